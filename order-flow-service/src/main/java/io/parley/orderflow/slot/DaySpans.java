package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.Optional;

/** Reads days by how far off they are: "in three weeks", "a week from Monday", "three days later". */
final class DaySpans {

    private static final int LONGEST = 1000;

    private final Words words;
    private final Numerals numerals;
    private final CalendarWords calendar;

    DaySpans(Words words, Numerals numerals, CalendarWords calendar) {
        this.words = words;
        this.numerals = numerals;
        this.calendar = calendar;
    }

    /**
     * A length of time.
     *
     * @param to after its last word
     */
    record Span(int to, int count, Period unit) {

        Period period() {
            return unit.multipliedBy(count);
        }

        /** How many weeks it is, if it is counted in weeks. */
        Optional<Integer> weeks() {
            return unit.equals(Period.ofWeeks(1)) ? Optional.of(count) : Optional.empty();
        }
    }

    /** The length of time that begins at this word. */
    Optional<Span> at(Utterance utterance, int at) {
        Optional<Numeral> numeral = words.phrases("indefinite").contains(utterance.word(at))
                        && !numerals.at(utterance, at).isPresent()
                ? Optional.of(new Numeral(at + 1, BigDecimal.ONE))
                : numerals.at(utterance, at).filter(Numeral::isWhole);
        return numeral.filter(number -> number.value().intValue() <= LONGEST)
                .flatMap(number -> calendar.unit(utterance, number.to())
                        .map(unit -> new Span(number.to() + 1, number.value().intValue(), unit)));
    }

    // "a week from Monday", "two weeks from today", "a week on Thursday", "a fortnight today"
    Optional<DayMention> weeksFrom(Utterance utterance, int at) {
        Optional<Span> span = at(utterance, at);
        if (span.isEmpty()) {
            return Optional.empty();
        }
        int next = span.get().to();
        int from = words.phrases("counted-from").endAt(utterance, next);
        boolean counted = from > next;
        if (!counted
                && (utterance.pausedBefore(next) || words.phrases("lasting").contains(utterance.word(at - 1)))) {
            return Optional.empty();
        }
        Optional<DayOfWeek> weekday = calendar.weekday(utterance, from);
        Optional<Integer> weeks = span.get().weeks();
        if (counted && weekday.isPresent() && weeks.isPresent()) {
            return Optional.of(new DayMention(at, from + 1, new DayPhrase.OnWeekday(weekday.get(), weeks.get())));
        }
        return calendar.daysFromToday(utterance, from)
                .map(days -> new DayMention(
                        at,
                        days.to(),
                        new DayPhrase.FromToday(
                                span.get().period().plusDays(days.value().intValue()))));
    }

    // "the next day"
    Optional<DayMention> following(Utterance utterance, int at) {
        int to = words.phrases("day-after").endAt(utterance, at);
        return to > at && calendar.daysFromToday(utterance, to).isEmpty()
                ? Optional.of(new DayMention(at, to, new DayPhrase.Later(Period.ofDays(1))))
                : Optional.empty();
    }

    // "in three weeks", "ten days from now", "three days later"
    Optional<DayMention> counted(Utterance utterance, int at) {
        boolean in = words.phrases("in").contains(utterance.word(at));
        int start = in ? words.phrases("about").endAt(utterance, at + 1) : at;
        return at(utterance, start).flatMap(span -> {
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
            Optional<Span> span = at(utterance, at);
            if (span.isPresent() && utterance.isFree(at, span.get().to())) {
                return Optional.of(new DayMention(
                        at, span.get().to(), new DayPhrase.Later(span.get().period())));
            }
        }
        return Optional.empty();
    }
}
