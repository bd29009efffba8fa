package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;

/** Reads days by their number in a month: "5 June 2027", "June the 5th", "the 5th". */
final class NumberedDays {

    private static final int DAYS = 31;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int CENTURY = 100;
    private static final int SPOKEN_CENTURY = 20;

    private final Words words;
    private final Numerals numerals;
    private final CalendarWords calendar;

    NumberedDays(Words words, Numerals numerals, CalendarWords calendar) {
        this.words = words;
        this.numerals = numerals;
        this.calendar = calendar;
    }

    /**
     * A number that can be a day's.
     *
     * @param to after its last word
     * @param ordinal whether it is said as one: "fifth"
     */
    record Day(int to, int number, boolean ordinal) {}

    // "5 June 2027", "the 5th of June", "June the 5th", "June 5, 2027"
    Optional<DayMention> monthAndDay(Utterance utterance, int at) {
        Optional<Day> day = day(utterance, at);
        if (day.isPresent()) {
            int next = skip(utterance, day.get().to(), "of");
            Optional<Integer> month = calendar.month(utterance, next);
            return month.flatMap(number ->
                            named(utterance, at, next + 1, number, day.get().number()))
                    .or(() -> monthsOn(utterance, at, day.get(), next));
        }
        Optional<Integer> month = calendar.month(utterance, at);
        return month.flatMap(number -> {
            int next = skip(utterance, at + 1, "determiners");
            return (utterance.pausedBefore(at + 1) ? Optional.<Day>empty() : day(utterance, next))
                    .filter(it -> !calendar.isUnit(utterance, it.to()) && !isVerb(utterance, at, next, it))
                    .flatMap(it -> named(utterance, at, it.to(), number, it.number()));
        });
    }

    /** "May the four of us share a cabin", "may two of my friends come". */
    private boolean isVerb(Utterance utterance, int at, int next, Day day) {
        return words.phrases("months-too-common").contains(utterance.word(at))
                && !day.ordinal()
                && !utterance.pausedBefore(day.to())
                && (next > at + 1 || isOfSome(utterance, day));
    }

    private boolean isOfSome(Utterance utterance, Day day) {
        return !day.ordinal() && words.phrases("partitives").contains(utterance.word(day.to()));
    }

    // "the 15th of next month", "on the 3rd of this month"
    private Optional<DayMention> monthsOn(Utterance utterance, int at, Day day, int next) {
        int current = skip(utterance, next, "this-month");
        int following = skip(utterance, next, "next-month");
        return next == day.to() || (current == next && following == next)
                ? Optional.empty()
                : Optional.of(new DayMention(
                        at,
                        Math.max(current, following),
                        new DayPhrase.MonthsOn(day.number(), following > next ? 1 : 0)));
    }

    private Optional<DayMention> named(Utterance utterance, int from, int to, int month, int day) {
        int yearAt = skip(utterance, to, "of");
        Optional<Numeral> year = year(utterance, yearAt);
        Optional<MonthDay> inYear = NumericDates.monthDay(month, day);
        if (inYear.isEmpty()) {
            return Optional.empty();
        }
        return year.isPresent() && inYear.get().isValidYear(year.get().value().intValue())
                ? Optional.of(new DayMention(
                        from,
                        year.get().to(),
                        new DayPhrase.Exact(
                                inYear.get().atYear(year.get().value().intValue()))))
                : Optional.of(new DayMention(from, to, new DayPhrase.InYear(inYear.get())));
    }

    /** A year in figures, "two thousand twenty-seven" or "twenty twenty-seven". */
    private Optional<Numeral> year(Utterance utterance, int at) {
        Optional<Numeral> first = numerals.at(utterance, at);
        Optional<Numeral> second = first.filter(century -> century.value().intValue() == SPOKEN_CENTURY)
                .flatMap(century -> numerals.at(utterance, century.to()))
                .filter(years -> years.value().intValue() >= SPOKEN_CENTURY
                        && years.value().intValue() < CENTURY)
                .map(years -> new Numeral(
                        years.to(), years.value().add(BigDecimal.valueOf((long) SPOKEN_CENTURY * CENTURY))));
        return second.or(() -> first).filter(year -> {
            int value = year.value().intValue();
            return year.isWhole() && value >= FIRST_YEAR && value <= LAST_YEAR;
        });
    }

    // "the 5th", "on the twenty-first"
    Optional<DayMention> ordinal(Utterance utterance, int at, boolean expected) {
        Optional<Day> day = day(utterance, at).filter(Day::ordinal);
        boolean definite = words.phrases("article").contains(utterance.word(at - 1)) || isDateLeadIn(utterance, at - 1);
        boolean counts = day.filter(it -> isOfThings(utterance, it)).isPresent();
        // "Let me check first": what also tells an order of things is a day only where it is all that is said.
        boolean common = at > 0 && words.phrases("ordinals-too-common").contains(utterance.word(at));
        return day.filter(it -> !counts
                        && (definite || utterance.isNumber(at) || (expected && !common && utterance.size() == it.to())))
                .filter(it -> expected || definite)
                .map(it -> new DayMention(at, it.to(), new DayPhrase.InMonth(it.number())));
    }

    /** "That's the one" is no first of a month. */
    private static boolean isPronoun(Utterance utterance, int at, Day day) {
        return day.number() == 1 && !day.ordinal() && !utterance.isNumber(at);
    }

    /** A number that is all there is: "the 14", "on 5", but not "the twenty-trhee kilos". */
    Optional<DayMention> bareDay(Utterance utterance) {
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Day> day = utterance.isTaken(at) ? Optional.empty() : day(utterance, at);
            if (day.isPresent()
                    && !isPronoun(utterance, at, day.get())
                    && !calendar.isUnit(utterance, day.get().to())
                    && !isOfThings(utterance, day.get())
                    && !isOfSome(utterance, day.get())
                    && !utterance.gap(day.get().to()).startsWith("-")
                    && (isDateLeadIn(utterance, at - 1)
                            || words.phrases("article").contains(utterance.word(at - 1))
                            || (at == 0 && utterance.pausedBefore(day.get().to())))) {
                return Optional.of(new DayMention(
                        at, day.get().to(), new DayPhrase.InMonth(day.get().number())));
            }
        }
        return Optional.empty();
    }

    /** "The first leg", "on second thoughts". */
    private boolean isOfThings(Utterance utterance, Day day) {
        return day.ordinal()
                && !utterance.pausedBefore(day.to())
                && words.isOneOf("counted-by-ordinals", utterance.word(day.to()));
    }

    /** The number that begins at this word. */
    Optional<Day> day(Utterance utterance, int at) {
        if (at >= utterance.size() || utterance.isTaken(at)) {
            return Optional.empty();
        }
        if (utterance.isNumber(at)) {
            if (utterance.word(at).length() > 2) {
                return Optional.empty();
            }
            boolean suffixed = utterance.gap(at + 1).isEmpty()
                    && at + 1 < utterance.size()
                    && words.phrases("ordinal-suffixes").contains(utterance.word(at + 1));
            return inRange(at + (suffixed ? 2 : 1), Integer.parseInt(utterance.word(at)), suffixed);
        }
        Map<String, Integer> ordinals = words.numbered("ordinals");
        Integer ordinal = ordinals.get(utterance.word(at));
        if (ordinal != null) {
            return inRange(at + 1, ordinal, true);
        }
        Integer tens = words.numbered("tens").get(utterance.word(at));
        Integer rest = ordinals.get(utterance.word(at + 1));
        if (tens != null && rest != null && rest < 10) {
            return inRange(at + 2, tens + rest, true);
        }
        return numerals.at(utterance, at)
                .filter(Numeral::isWhole)
                .flatMap(number -> inRange(number.to(), number.value().intValue(), false));
    }

    private static Optional<Day> inRange(int to, int number, boolean ordinal) {
        return number >= 1 && number <= DAYS ? Optional.of(new Day(to, number, ordinal)) : Optional.empty();
    }

    private boolean isDateLeadIn(Utterance utterance, int at) {
        return words.phrases("date-lead-ins").contains(utterance.word(at));
    }

    private int skip(Utterance utterance, int at, String entry) {
        return words.phrases(entry).endAt(utterance, at);
    }
}
