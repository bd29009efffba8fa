package io.parley.orderflow.slot;

import io.parley.orderflow.slot.DayPhrase.Part;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the days that an utterance names. */
final class DayReader {

    private static final int MOST_WEEKDAYS_IN_A_MONTH = 4;

    private final Words words;
    private final NumericDates numeric;
    private final CalendarWords calendar;
    private final NumberedDays numbered;
    private final DaySpans spans;
    private final DayRanges ranges;

    DayReader(Words words, Numerals numerals, NumericDates numeric) {
        this.words = words;
        this.numeric = numeric;
        this.calendar = new CalendarWords(words);
        this.numbered = new NumberedDays(words, numerals, calendar);
        this.spans = new DaySpans(words, numerals, calendar);
        this.ranges = new DayRanges(words, numbered, calendar);
    }

    /**
     * @param expected whether a date was asked for, so that vague words count as one
     * @param bare whether a bare number does then, too
     */
    List<DayMention> read(Utterance utterance, boolean expected, boolean bare) {
        List<DayMention> found = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            Optional<DayMention> day = utterance.isTaken(at) ? Optional.empty() : at(utterance, at, expected);
            if (day.isPresent() && isFree(utterance, day.get())) {
                ranges.addStart(utterance, found, day.get());
                found.add(day.get());
                at = day.get().to() - 1;
            } else if (!found.isEmpty()) {
                Optional<DayMention> end = ranges.end(utterance, found.getLast(), at);
                end.ifPresent(found::add);
                at = end.map(mention -> mention.to() - 1).orElse(at);
            }
        }
        if (found.isEmpty() && expected && bare) {
            numbered.bareDay(utterance).ifPresent(found::add);
        }
        List<DayMention> named = List.copyOf(found);
        found.replaceAll(day -> inMonthNamedBefore(utterance, named, day));
        return found;
    }

    /** Also where what ends a day names an option: "tomorrow morning", where somebody delivers in the morning. */
    private static boolean isFree(Utterance utterance, DayMention day) {
        return utterance.isFree(day.from(), day.to())
                || (day.phrase() instanceof DayPhrase.FromToday && !utterance.isTaken(day.from()));
    }

    /** "Some time in May, say the 4th", but not "out on May 28th, back on the 4th". */
    private DayMention inMonthNamedBefore(Utterance utterance, List<DayMention> found, DayMention mention) {
        if (!(mention.phrase() instanceof DayPhrase.InMonth(int day))) {
            return mention;
        }
        int after = found.stream()
                .filter(other -> other.to() <= mention.from() && !(other.phrase() instanceof DayPhrase.Vague))
                .mapToInt(DayMention::to)
                .max()
                .orElse(0);
        for (int at = mention.from() - 1; at >= after; at--) {
            Optional<Integer> month = calendar.month(utterance, at);
            if (month.isPresent() && !isVerb(utterance, at)) {
                return NumericDates.monthDay(month.get(), day)
                        .map(date -> new DayMention(mention.from(), mention.to(), new DayPhrase.InYear(date)))
                        .orElse(mention);
            }
        }
        return mention;
    }

    private Optional<DayMention> at(Utterance utterance, int at, boolean expected) {
        return beside(utterance, at, expected)
                .or(() -> numeric.at(utterance, at, expected || isDateLeadIn(utterance, at - 1)))
                .or(() -> numbered.monthAndDay(utterance, at))
                .or(() -> partOfMonth(utterance, at))
                .or(() -> nthWeekday(utterance, at))
                .or(() -> fixed(utterance, at))
                .or(() -> spans.weeksFrom(utterance, at))
                .or(() -> weekday(utterance, at))
                .or(() -> spans.counted(utterance, at))
                .or(() -> spans.following(utterance, at))
                .or(() -> numbered.ordinal(utterance, at, expected))
                .or(() -> expected ? vague(utterance, at) : Optional.empty());
    }

    // "the day before Valentine's Day"; "the week before Christmas" may be any day
    private Optional<DayMention> beside(Utterance utterance, int at, boolean expected) {
        int before = words.phrases("before-a-day").endAt(utterance, at);
        int after = words.phrases("after-a-day").endAt(utterance, at);
        int about = words.phrases("days-about").endAt(utterance, at);
        int from = Math.max(about, Math.max(before, after));
        if (from == at || utterance.pausedBefore(from)) {
            return Optional.empty();
        }
        return at(utterance, skip(utterance, from, "determiners"), expected)
                .map(day -> new DayMention(
                        at,
                        day.to(),
                        from == about
                                ? new DayPhrase.Vague()
                                : new DayPhrase.Beside(day.phrase(), from == before ? -1 : 1)));
    }

    /** A length of time by itself, as the answer to how long somebody stays. */
    Optional<DayMention> duration(Utterance utterance) {
        return spans.duration(utterance);
    }

    private boolean isDateLeadIn(Utterance utterance, int at) {
        return words.phrases("date-lead-ins").contains(utterance.word(at))
                || words.phrases("date-clue-end").startBefore(utterance, at + 1) <= at
                || words.phrases("date-clue-start").startBefore(utterance, at + 1) <= at;
    }

    // "end of June", "the beginning of next month", "first weekend of July"
    private Optional<DayMention> partOfMonth(Utterance utterance, int at) {
        for (Part part : Part.values()) {
            int end = words.phrases(
                            "part-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .endAt(utterance, at);
            if (end > at) {
                Optional<Month> month = month(utterance, end);
                if (month.isPresent()) {
                    return month.map(
                            named -> new DayMention(at, named.to(), new DayPhrase.PartOfMonth(named.number(), part)));
                }
            }
        }
        return Optional.empty();
    }

    /** @param number 0 for the current month, -1 for the next */
    private record Month(int to, int number) {}

    /** The month of something that ends here: "of June", "of next month". */
    private Optional<Month> month(Utterance utterance, int end) {
        int next = skip(utterance, skip(utterance, end, "of"), "determiners");
        Optional<Integer> month = calendar.month(utterance, next);
        if (month.isPresent()) {
            return Optional.of(new Month(next + 1, month.get()));
        }
        int following = words.phrases("next-month").endAt(utterance, next);
        int current = words.phrases("this-month").endAt(utterance, next);
        return following > next || current > next
                ? Optional.of(new Month(Math.max(following, current), following > next ? -1 : 0))
                : Optional.empty();
    }

    // "the first Monday in May", "the last Friday of next month"
    private Optional<DayMention> nthWeekday(Utterance utterance, int at) {
        boolean last = words.phrases("last").contains(utterance.word(at));
        Integer nth = last ? Integer.valueOf(-1) : words.numbered("ordinals").get(utterance.word(at));
        Optional<DayOfWeek> day = calendar.weekday(utterance, at + 1);
        boolean of = skip(utterance, at + 2, "of") > at + 2;
        return nth == null || nth > MOST_WEEKDAYS_IN_A_MONTH || day.isEmpty() || !of
                ? Optional.empty()
                : month(utterance, at + 2)
                        .map(month -> new DayMention(
                                at, month.to(), new DayPhrase.NthWeekday(nth, day.get(), month.number())));
    }

    // "tomorrow", "christmas eve"
    private Optional<DayMention> fixed(Utterance utterance, int at) {
        return calendar.daysFromToday(utterance, at)
                .map(days -> new DayMention(
                        at,
                        days.to(),
                        new DayPhrase.FromToday(Period.ofDays(days.value().intValue()))))
                .or(() -> calendar.feast(utterance, at))
                .or(() -> calendar.easter(utterance, at))
                .or(() -> calendar.weekend(utterance, at));
    }

    // "next Friday", "Friday week", "the Friday after next", "Friday next week", "next week Sunday"
    // "Monday in two weeks", "last Monday"
    private Optional<DayMention> weekday(Utterance utterance, int at) {
        int week = words.phrases("next-week").endAt(utterance, at);
        if (week > at) {
            int next = skip(utterance, week, "date-lead-ins");
            return calendar.weekday(utterance, next)
                    .map(day -> new DayMention(at, next + 1, new DayPhrase.NextWeek(day)));
        }
        int afterNext = words.phrases("next-but-one").endAt(utterance, at);
        if (afterNext > at) {
            return calendar.weekday(utterance, afterNext)
                    .map(day -> new DayMention(at, afterNext + 1, new DayPhrase.OnWeekday(day, 1)));
        }
        if (words.phrases("last").contains(utterance.word(at)) && !utterance.pausedBefore(at + 1)) {
            return calendar.weekday(utterance, at + 1)
                    .map(past -> new DayMention(at, at + 2, new DayPhrase.OnWeekday(past, -1)));
        }
        Optional<DayOfWeek> day = calendar.weekday(utterance, at);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        int end = words.phrases("next-week").endAt(utterance, at + 1);
        if (end > at + 1) {
            return Optional.of(new DayMention(at, end, new DayPhrase.NextWeek(day.get())));
        }
        int weekOn = Math.max(
                words.phrases("week-on").endAt(utterance, at + 1),
                words.phrases("after-next").endAt(utterance, at + 1));
        if (weekOn > at + 1) {
            return Optional.of(new DayMention(at, weekOn, new DayPhrase.OnWeekday(day.get(), 1)));
        }
        Optional<DayMention> exact = followedByDate(utterance, at);
        if (exact.isPresent()) {
            return exact;
        }
        Optional<DaySpans.Span> in =
                words.phrases("in").contains(utterance.word(at + 1)) ? spans.at(utterance, at + 2) : Optional.empty();
        Optional<Integer> weeks = in.flatMap(DaySpans.Span::weeks);
        return Optional.of(
                weeks.isPresent()
                        ? new DayMention(at, in.get().to(), new DayPhrase.OnWeekday(day.get(), weeks.get() - 1))
                        : new DayMention(at, at + 1, new DayPhrase.OnWeekday(day.get(), 0)));
    }

    /** "Friday, June 5": the date says more than the weekday. */
    private Optional<DayMention> followedByDate(Utterance utterance, int at) {
        int next = skip(utterance, skip(utterance, at + 1, "date-lead-ins"), "determiners");
        return numbered.monthAndDay(utterance, next)
                .or(() -> numeric.at(utterance, next, true))
                .or(() -> next > at + 1 ? numbered.ordinal(utterance, next, true) : Optional.empty())
                .map(date -> new DayMention(at, date.to(), date.phrase()));
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

    private int skip(Utterance utterance, int at, String entry) {
        return words.phrases(entry).endAt(utterance, at);
    }
}
