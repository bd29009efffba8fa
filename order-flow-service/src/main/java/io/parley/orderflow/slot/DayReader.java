package io.parley.orderflow.slot;

import io.parley.orderflow.slot.DayPhrase.Part;
import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the days that an utterance names. */
final class DayReader {

    private static final int DAYS = 31;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final Words words;
    private final Numerals numerals;
    private final NumericDates numeric;
    private final CalendarWords calendar;

    DayReader(Words words, Numerals numerals, NumericDates numeric) {
        this.words = words;
        this.numerals = numerals;
        this.numeric = numeric;
        this.calendar = new CalendarWords(words);
    }

    /** @param expected whether a date was asked for, so that vague words and bare numbers count as one */
    List<DayMention> read(Utterance utterance, boolean expected) {
        List<DayMention> found = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            Optional<DayMention> day = utterance.isTaken(at) ? Optional.empty() : at(utterance, at, expected);
            if (day.isPresent() && utterance.isFree(at, day.get().to())) {
                addRangeStart(utterance, found, day.get());
                found.add(day.get());
                at = day.get().to() - 1;
            } else if (!found.isEmpty()) {
                Optional<DayMention> end = rangeEnd(utterance, found.getLast(), at);
                end.ifPresent(found::add);
                at = end.map(mention -> mention.to() - 1).orElse(at);
            }
        }
        if (found.isEmpty() && expected) {
            bareDay(utterance).ifPresent(found::add);
        }
        return found;
    }

    private Optional<DayMention> at(Utterance utterance, int at, boolean expected) {
        return numeric.at(utterance, at, expected || isDateLeadIn(utterance, at - 1))
                .or(() -> monthAndDay(utterance, at))
                .or(() -> partOfMonth(utterance, at))
                .or(() -> fixed(utterance, at))
                .or(() -> weeksFrom(utterance, at))
                .or(() -> weekday(utterance, at))
                .or(() -> span(utterance, at))
                .or(() -> ordinal(utterance, at, expected))
                .or(() -> expected ? vague(utterance, at) : Optional.empty());
    }

    private boolean isDateLeadIn(Utterance utterance, int at) {
        return words.phrases("date-lead-ins").contains(utterance.word(at));
    }

    // "5 June 2027", "the 5th of June", "June the 5th", "June 5, 2027"
    private Optional<DayMention> monthAndDay(Utterance utterance, int at) {
        Optional<Day> day = day(utterance, at);
        if (day.isPresent()) {
            int next = skip(utterance, day.get().to(), "of");
            Optional<Integer> month = calendar.month(utterance, next);
            return month.flatMap(
                    number -> named(utterance, at, next + 1, number, day.get().number()));
        }
        Optional<Integer> month = calendar.month(utterance, at);
        return month.flatMap(number -> {
            int next = skip(utterance, at + 1, "determiners");
            return day(utterance, next)
                    .filter(it -> !calendar.isUnit(utterance, it.to()))
                    .flatMap(it -> named(utterance, at, it.to(), number, it.number()));
        });
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
        Optional<Numeral> second = first.filter(century -> century.value().intValue() == 20)
                .flatMap(century -> numerals.at(utterance, century.to()))
                .filter(years -> years.value().intValue() >= 20 && years.value().intValue() < 100)
                .map(years -> new Numeral(years.to(), years.value().add(BigDecimal.valueOf(2000))));
        return second.or(() -> first).filter(year -> {
            int value = year.value().intValue();
            return year.isWhole() && value >= FIRST_YEAR && value <= LAST_YEAR;
        });
    }

    // "end of June", "the beginning of next month", "first weekend of July"
    private Optional<DayMention> partOfMonth(Utterance utterance, int at) {
        for (Part part : Part.values()) {
            int end = words.phrases(
                            "part-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .endAt(utterance, at);
            if (end > at) {
                int next = skip(utterance, skip(utterance, end, "of"), "determiners");
                Optional<Integer> month = calendar.month(utterance, next);
                if (month.isPresent()) {
                    return Optional.of(new DayMention(at, next + 1, new DayPhrase.PartOfMonth(month.get(), part)));
                }
                int following = words.phrases("next-month").endAt(utterance, next);
                int current = words.phrases("this-month").endAt(utterance, next);
                if (following > next || current > next) {
                    return Optional.of(new DayMention(
                            at,
                            Math.max(following, current),
                            new DayPhrase.PartOfMonth(following > next ? -1 : 0, part)));
                }
            }
        }
        return Optional.empty();
    }

    // "tomorrow", "christmas eve"
    private Optional<DayMention> fixed(Utterance utterance, int at) {
        return calendar.daysFromToday(utterance, at)
                .map(days -> new DayMention(
                        at,
                        days.to(),
                        new DayPhrase.FromToday(Period.ofDays(days.value().intValue()))))
                .or(() -> calendar.feast(utterance, at))
                .or(() -> calendar.weekend(utterance, at));
    }

    // "a week from Monday", "two weeks from today", "a week on Thursday"
    private Optional<DayMention> weeksFrom(Utterance utterance, int at) {
        Optional<Span> span = calendarSpan(utterance, at);
        if (span.isEmpty()) {
            return Optional.empty();
        }
        int next = span.get().to();
        int from = words.phrases("counted-from").endAt(utterance, next);
        if (from == next) {
            return Optional.empty();
        }
        Optional<DayOfWeek> weekday = calendar.weekday(utterance, from);
        Optional<Integer> weeks = span.get().weeks();
        if (weekday.isPresent() && weeks.isPresent()) {
            return Optional.of(new DayMention(at, from + 1, new DayPhrase.OnWeekday(weekday.get(), weeks.get())));
        }
        return calendar.daysFromToday(utterance, from)
                .map(days -> new DayMention(
                        at,
                        days.to(),
                        new DayPhrase.FromToday(
                                span.get().period().plusDays(days.value().intValue()))));
    }

    // "next Friday", "Friday week", "Friday next week", "next week Sunday", "Monday in two weeks"
    private Optional<DayMention> weekday(Utterance utterance, int at) {
        int week = words.phrases("next-week").endAt(utterance, at);
        if (week > at) {
            int next = skip(utterance, week, "date-lead-ins");
            return calendar.weekday(utterance, next)
                    .map(day -> new DayMention(at, next + 1, new DayPhrase.NextWeek(day)));
        }
        Optional<DayOfWeek> day = calendar.weekday(utterance, at);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        int end = words.phrases("next-week").endAt(utterance, at + 1);
        if (end > at + 1) {
            return Optional.of(new DayMention(at, end, new DayPhrase.NextWeek(day.get())));
        }
        int weekOn = words.phrases("week-on").endAt(utterance, at + 1);
        if (weekOn > at + 1) {
            return Optional.of(new DayMention(at, weekOn, new DayPhrase.OnWeekday(day.get(), 1)));
        }
        Optional<DayMention> exact = followedByDate(utterance, at);
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Span> in = words.phrases("in").contains(utterance.word(at + 1))
                ? calendarSpan(utterance, at + 2)
                : Optional.empty();
        Optional<Integer> weeks = in.flatMap(Span::weeks);
        return Optional.of(
                weeks.isPresent()
                        ? new DayMention(at, in.get().to(), new DayPhrase.OnWeekday(day.get(), weeks.get() - 1))
                        : new DayMention(at, at + 1, new DayPhrase.OnWeekday(day.get(), 0)));
    }

    /** "Friday, June 5": the date says more than the weekday. */
    private Optional<DayMention> followedByDate(Utterance utterance, int at) {
        int next = skip(utterance, skip(utterance, at + 1, "date-lead-ins"), "determiners");
        return monthAndDay(utterance, next)
                .or(() -> numeric.at(utterance, next, true))
                .or(() -> next > at + 1 ? ordinal(utterance, next, true) : Optional.empty())
                .map(date -> new DayMention(at, date.to(), date.phrase()));
    }

    // "in three weeks", "ten days from now", "three days later"
    private Optional<DayMention> span(Utterance utterance, int at) {
        boolean in = words.phrases("in").contains(utterance.word(at));
        int start = in ? words.phrases("about").endAt(utterance, at + 1) : at;
        return calendarSpan(utterance, start).flatMap(span -> {
            int later = words.phrases("later").endAt(utterance, span.to());
            int fromNow = words.phrases("from-now").endAt(utterance, span.to());
            if (later > span.to() && !in) {
                return Optional.of(new DayMention(at, later, new DayPhrase.Later(span.period())));
            }
            boolean years = span.unit().equals(Period.ofYears(1));
            return (in && !years) || fromNow > span.to()
                    ? Optional.of(new DayMention(at, fromNow, new DayPhrase.FromToday(span.period())))
                    : Optional.empty();
        });
    }

    /** A length of time by itself, as the answer to how long somebody stays. */
    Optional<DayMention> duration(Utterance utterance) {
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Span> span = calendarSpan(utterance, at);
            if (span.isPresent() && utterance.isFree(at, span.get().to())) {
                return Optional.of(new DayMention(
                        at, span.get().to(), new DayPhrase.Later(span.get().period())));
            }
        }
        return Optional.empty();
    }

    /** @param to after its last word */
    private record Span(int to, int count, Period unit) {

        Period period() {
            return unit.multipliedBy(count);
        }

        /** How many weeks it is, if it is counted in weeks. */
        Optional<Integer> weeks() {
            return unit.equals(Period.ofWeeks(1)) ? Optional.of(count) : Optional.empty();
        }
    }

    private Optional<Span> calendarSpan(Utterance utterance, int at) {
        Optional<Numeral> numeral = words.phrases("indefinite").contains(utterance.word(at))
                        && !numerals.at(utterance, at).isPresent()
                ? Optional.of(new Numeral(at + 1, BigDecimal.ONE))
                : numerals.at(utterance, at).filter(Numeral::isWhole);
        return numeral.filter(number -> number.value().intValue() <= 1000)
                .flatMap(number -> calendar.unit(utterance, number.to())
                        .map(unit -> new Span(number.to() + 1, number.value().intValue(), unit)));
    }

    // "the 5th", "on the twenty-first"
    private Optional<DayMention> ordinal(Utterance utterance, int at, boolean expected) {
        Optional<Day> day = day(utterance, at).filter(Day::ordinal);
        boolean definite = words.phrases("article").contains(utterance.word(at - 1)) || isDateLeadIn(utterance, at - 1);
        boolean counts = words.phrases("counted-by-ordinals")
                .contains(utterance.word(day.map(Day::to).orElse(at)));
        return day.filter(it ->
                        !counts && (definite || utterance.isNumber(at) || (expected && utterance.size() == it.to())))
                .filter(it -> expected || definite)
                .map(it -> new DayMention(at, it.to(), new DayPhrase.InMonth(it.number())));
    }

    private Optional<DayMention> vague(Utterance utterance, int at) {
        int end = words.phrases("vague-days").endAt(utterance, at);
        if (end == at && calendar.month(utterance, at).isPresent() && !isVerb(utterance, at)) {
            end = at + 1;
        }
        return end > at ? Optional.of(new DayMention(at, end, new DayPhrase.Vague())) : Optional.empty();
    }

    /** "May I", "march on". */
    private boolean isVerb(Utterance utterance, int at) {
        return words.phrases("months-too-common").contains(utterance.word(at))
                && !words.phrases("before-month").contains(utterance.word(at - 1))
                && utterance.size() > 1;
    }

    /** A number that is all there is: "the 14", "on 5". */
    private Optional<DayMention> bareDay(Utterance utterance) {
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Day> day = utterance.isTaken(at) ? Optional.empty() : day(utterance, at);
            if (day.isPresent()
                    && !calendar.isUnit(utterance, day.get().to())
                    && (isDateLeadIn(utterance, at - 1)
                            || words.phrases("article").contains(utterance.word(at - 1))
                            || (at == 0 && utterance.pausedBefore(day.get().to())))) {
                return Optional.of(new DayMention(
                        at, day.get().to(), new DayPhrase.InMonth(day.get().number())));
            }
        }
        return Optional.empty();
    }

    // "from 5 to 12 June": the first number is a day of the same month
    private void addRangeStart(Utterance utterance, List<DayMention> found, DayMention end) {
        int word = end.from() - 1;
        if (words.phrases("article").contains(utterance.word(word))) {
            word--;
        }
        boolean dash = utterance.gap(end.from()).trim().equals("-");
        if (!dash && !words.phrases("range").contains(utterance.word(word))) {
            return;
        }
        int last = dash ? end.from() : word;
        for (int at = Math.max(0, last - 2); at < last; at++) {
            Optional<Day> day = day(utterance, at).filter(it -> it.to() == last);
            Optional<DayPhrase> phrase = day.flatMap(it -> sameMonth(end.phrase(), it.number()));
            if (phrase.isPresent()
                    && utterance.isFree(at, last)
                    && (found.isEmpty() || found.getLast().to() <= at)) {
                found.add(new DayMention(at, last, phrase.get()));
                return;
            }
        }
    }

    // "June 5 to 12"
    private Optional<DayMention> rangeEnd(Utterance utterance, DayMention start, int at) {
        boolean dash = at == start.to() && utterance.gap(at).trim().equals("-");
        int number = dash ? at : skip(utterance, at + 1, "article");
        if (!dash && (at != start.to() || !words.phrases("range").contains(utterance.word(at)))) {
            return Optional.empty();
        }
        return day(utterance, number)
                .filter(day -> !calendar.isUnit(utterance, day.to()))
                .filter(day -> calendar.month(utterance, skip(utterance, day.to(), "of"))
                        .isEmpty())
                .filter(day -> utterance.isFree(number, day.to()))
                .flatMap(day -> sameMonth(start.phrase(), day.number())
                        .map(phrase -> new DayMention(number, day.to(), phrase)));
    }

    private static Optional<DayPhrase> sameMonth(DayPhrase phrase, int day) {
        return switch (phrase) {
            case DayPhrase.InYear(MonthDay other) ->
                NumericDates.monthDay(other.getMonthValue(), day).map(DayPhrase.InYear::new);
            case DayPhrase.Exact(LocalDate other) ->
                NumericDates.monthDay(other.getMonthValue(), day)
                        .filter(it -> it.isValidYear(other.getYear()))
                        .map(it -> new DayPhrase.Exact(it.atYear(other.getYear())));
            case DayPhrase.InMonth(int other) when other != day -> Optional.of(new DayPhrase.InMonth(day));
            case DayPhrase.InMonth _,
                    DayPhrase.OnWeekday _,
                    DayPhrase.NextWeek _,
                    DayPhrase.FromToday _,
                    DayPhrase.Later _,
                    DayPhrase.PartOfMonth _,
                    DayPhrase.Vague _ -> Optional.empty();
        };
    }

    /** @param to after its last word */
    private record Day(int to, int number, boolean ordinal) {}

    private Optional<Day> day(Utterance utterance, int at) {
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

    private int skip(Utterance utterance, int at, String entry) {
        return words.phrases(entry).endAt(utterance, at);
    }
}
