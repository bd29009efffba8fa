package io.parley.orderflow.slot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** A day as customers name it; which date that is depends on when they speak and on what they speak about. */
sealed interface DayPhrase {

    /** A date with its year. */
    record Exact(LocalDate date) implements DayPhrase {}

    /** "5 June": the next one to come. */
    record InYear(MonthDay day) implements DayPhrase {}

    /** "The 5th": the next one to come. */
    record InMonth(int day) implements DayPhrase {}

    /** "Friday": the next one to come, and some weeks on. */
    record OnWeekday(DayOfWeek day, int weeksOn) implements DayPhrase {}

    /** "Friday next week". */
    record NextWeek(DayOfWeek day) implements DayPhrase {}

    /** "In three weeks", "tomorrow". */
    record FromToday(Period period) implements DayPhrase {}

    /** "Three days later": counted from what the slot has to lie after. */
    record Later(Period period) implements DayPhrase {}

    /** "The end of June"; month 0 is the current one, -1 the next. */
    record PartOfMonth(int month, Part part) implements DayPhrase {}

    /** "The first Monday in May"; month as of {@link PartOfMonth}, and -1 for the last one. */
    record NthWeekday(int nth, DayOfWeek day, int month) implements DayPhrase {}

    /** "The 15th of next month". */
    record MonthsOn(int day, int months) implements DayPhrase {}

    /** "Easter Monday", a day after Easter. */
    record FromEaster(int days) implements DayPhrase {}

    /** "The day before Christmas Eve": so many days after another one, or before it. */
    record Beside(DayPhrase day, int days) implements DayPhrase {}

    /** "Next month", "in the summer". */
    record Vague() implements DayPhrase {}

    enum Part {
        BEGINNING,
        MIDDLE,
        END,
        FIRST_WEEKEND,
        LAST_WEEKEND
    }

    int YEARS_UNTIL_LEAP_DAY = 8;
    int MIDDLE_OF_MONTH = 15;
    int MONTHS_AHEAD = 9;

    /**
     * The date.
     *
     * @param from what the day has to come after: today, or another slot's date
     * @return nothing if it is vague
     */
    default Optional<LocalDate> date(LocalDate today, LocalDate from) {
        return switch (this) {
            case Exact(LocalDate date) -> Optional.of(date);
            case InYear(MonthDay day) -> inYear(day, today, from);
            case InMonth(int day) -> inMonth(day, from);
            case OnWeekday(DayOfWeek day, int weeks) ->
                Optional.of(from.with(TemporalAdjusters.next(day)).plusWeeks(weeks));
            case NextWeek(DayOfWeek day) ->
                Optional.of(
                        today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day)));
            case FromToday(Period period) -> Optional.of(today.plus(period));
            case Beside(DayPhrase day, int days) -> day.date(today, from).map(date -> date.plusDays(days));
            case Later(Period period) -> Optional.of(from.plus(period));
            case PartOfMonth(int month, Part part) -> Optional.of(partOf(yearMonth(month, today, from), part));
            case NthWeekday(int nth, DayOfWeek day, int month) -> Optional.of(nthWeekday(nth, day, month, today, from));
            case MonthsOn(int day, int months) ->
                Optional.of(YearMonth.from(today).plusMonths(months))
                        .filter(month -> month.isValidDay(day))
                        .map(month -> month.atDay(day));
            case FromEaster(int days) -> Optional.of(Easter.next(from, days));
            case Vague() -> Optional.empty();
        };
    }

    /** The next one to come; but who flies out on 5 June and back "on 1 June" did not mean a year later. */
    private static Optional<LocalDate> inYear(MonthDay day, LocalDate today, LocalDate from) {
        Optional<LocalDate> next = next(day, from);
        Optional<LocalDate> sooner = next(day, today);
        boolean slip = next.isPresent()
                && sooner.isPresent()
                && sooner.get().isBefore(from)
                && from.plusMonths(MONTHS_AHEAD).isBefore(next.get());
        return slip ? sooner : next;
    }

    private static Optional<LocalDate> next(MonthDay day, LocalDate from) {
        for (int year = from.getYear(); year <= from.getYear() + YEARS_UNTIL_LEAP_DAY; year++) {
            if (day.isValidYear(year) && !day.atYear(year).isBefore(from)) {
                return Optional.of(day.atYear(year));
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inMonth(int day, LocalDate from) {
        YearMonth month = YearMonth.from(from);
        while (!month.isValidDay(day) || month.atDay(day).isBefore(from)) {
            month = month.plusMonths(1);
        }
        return Optional.of(month.atDay(day));
    }

    /** Of the next year, if it is over in this. */
    private static LocalDate nthWeekday(int nth, DayOfWeek day, int month, LocalDate today, LocalDate from) {
        YearMonth named = yearMonth(month, today, from);
        LocalDate date = named.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day));
        boolean over = month > 0 && date.isBefore(from);
        return over ? named.plusYears(1).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, day)) : date;
    }

    private static YearMonth yearMonth(int month, LocalDate today, LocalDate from) {
        if (month <= 0) {
            return YearMonth.from(today).plusMonths(-month);
        }
        YearMonth named = YearMonth.of(from.getYear(), month);
        return named.isBefore(YearMonth.from(from)) ? named.plusYears(1) : named;
    }

    private static LocalDate partOf(YearMonth month, Part part) {
        return switch (part) {
            case BEGINNING -> month.atDay(1);
            case MIDDLE -> month.atDay(MIDDLE_OF_MONTH);
            case END -> month.atEndOfMonth();
            case FIRST_WEEKEND -> month.atDay(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SATURDAY));
            case LAST_WEEKEND -> month.atDay(1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SATURDAY));
        };
    }
}
