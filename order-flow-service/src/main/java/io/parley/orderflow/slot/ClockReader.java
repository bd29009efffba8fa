package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the times of day that an utterance names. */
final class ClockReader {

    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final int NOON = 12;
    private static final int NOW_STEP = 5;

    /** Up to this hour people mean the afternoon unless they say otherwise. */
    private static final int AFTERNOON_UNTIL = 6;

    private final Words words;
    private final Numerals numerals;
    private final NumberedPhrases named;
    private final MinuteSpans spans;
    private final HourParts parts;

    ClockReader(Words words, Numerals numerals) {
        this.words = words;
        this.numerals = numerals;
        this.named = words.numberedPhrases("clock-names");
        this.spans = new MinuteSpans(words, numerals);
        this.parts = new HourParts(words, numerals);
    }

    /** @param readings the times it may be, the likeliest first */
    record ClockMention(int from, int to, List<LocalDateTime> readings) {}

    /**
     * @param expected whether a time was asked for, so that a bare number is one
     * @param unasked whether nothing else was asked for that "at five" could answer
     * @param days the days named in the utterance; right after one, "at ten" is a time
     */
    List<ClockMention> read(
            Utterance utterance, LocalDateTime now, boolean expected, boolean unasked, List<DayMention> days) {
        List<ClockMention> found = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            boolean likely = expected || followsDay(utterance, at, days);
            Optional<ClockMention> time =
                    utterance.isTaken(at) ? Optional.empty() : at(utterance, at, now, likely, unasked);
            if (time.isPresent() && isFree(utterance, at, time.get().to(), days)) {
                found.add(time.get());
                at = time.get().to() - 1;
            }
        }
        if (found.size() > 1) {
            found.removeIf(mention -> words.phrases("time-now").endAt(utterance, mention.from()) == mention.to());
        }
        if (found.isEmpty() && expected) {
            bareHour(utterance, now).ifPresent(found::add);
        }
        return found;
    }

    /** Also where the time ends in a day: "6 o'clock tonight". */
    private static boolean isFree(Utterance utterance, int from, int to, List<DayMention> days) {
        return utterance.isFree(from, to)
                || days.stream()
                        .anyMatch(day -> day.from() > from && day.to() == to && utterance.isFree(from, day.from()));
    }

    private boolean followsDay(Utterance utterance, int at, List<DayMention> days) {
        int leadIn = words.phrases("time-after-day").startBefore(utterance, at);
        return leadIn < at && days.stream().anyMatch(day -> day.to() == leadIn);
    }

    /** An hour that stands anywhere: "let it be 2 then". */
    private Optional<ClockMention> bareHour(Utterance utterance, LocalDateTime now) {
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Numeral> hour = utterance.isTaken(at) ? Optional.empty() : hour(utterance, at);
            if (hour.isPresent() && !isCount(utterance, at, hour.get().to())) {
                return Optional.of(mention(
                        utterance, at, hour.get().to(), now, hour.get().value().intValue(), 0));
            }
        }
        return Optional.empty();
    }

    /** Whether a bare number counts something: "one more cup". */
    private boolean isCount(Utterance utterance, int from, int to) {
        return words.phrases("measures").contains(utterance.word(to))
                || words.phrases("no-hour-before").contains(utterance.word(to))
                || words.phrases("no-hours").contains(utterance.word(from));
    }

    private Optional<ClockMention> at(
            Utterance utterance, int at, LocalDateTime now, boolean expected, boolean unasked) {
        return relative(utterance, at, now, expected)
                .or(() -> named(utterance, at, now))
                .or(() -> beforeOrAfterHour(utterance, at, now))
                .or(() -> partOfHour(utterance, at, now))
                .or(() -> clock(utterance, at, now, expected, unasked));
    }

    // "in twenty minutes", "in an hour and a half", "right now"
    private Optional<ClockMention> relative(Utterance utterance, int at, LocalDateTime now, boolean expected) {
        int soon = words.phrases("time-now").endAt(utterance, at);
        if (soon > at && expected) {
            LocalDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
            int over = minute.getMinute() % NOW_STEP;
            LocalDateTime next = minute.plusMinutes(over == 0 && minute.equals(now) ? 0 : NOW_STEP - over);
            return Optional.of(new ClockMention(at, soon, List.of(next)));
        }
        boolean in = words.phrases("in").contains(utterance.word(at));
        int start = in ? words.phrases("about").endAt(utterance, at + 1) : at;
        Optional<ClockMention> span = spans.at(utterance, start)
                .map(length -> new ClockMention(
                        at,
                        length.to(),
                        List.of(now.plus(Duration.ofMinutes(length.value().intValue()))
                                .truncatedTo(ChronoUnit.MINUTES))));
        return span.filter(
                mention -> in || expected || words.phrases("from-now").endAt(utterance, mention.to()) > mention.to());
    }

    // "noon"
    private Optional<ClockMention> named(Utterance utterance, int at, LocalDateTime now) {
        return named.at(utterance, at)
                .map(hour -> new ClockMention(
                        at,
                        hour.to(),
                        List.of(now.toLocalDate().atTime(hour.value().intValue(), 0))));
    }

    // "halb acht", "fünf vor halb acht"
    private Optional<ClockMention> partOfHour(Utterance utterance, int at, LocalDateTime now) {
        return parts.at(utterance, at)
                .flatMap(part -> hour(utterance, part.to())
                        .filter(hour -> hour.value().intValue() <= NOON)
                        .map(hour -> mention(
                                utterance,
                                at,
                                words.phrases("oclock").endAt(utterance, hour.to()),
                                now,
                                hour.value().intValue(),
                                part.value().intValue())));
    }

    // "half past nine", "quarter to five", "ten to seven"
    private Optional<ClockMention> beforeOrAfterHour(Utterance utterance, int at, LocalDateTime now) {
        int half = words.phrases("clock-half").endAt(utterance, at);
        int quarter = words.phrases("clock-quarter").endAt(utterance, at);
        Optional<Numeral> count = half > at || quarter > at ? Optional.empty() : numerals.at(utterance, at);
        int next = Math.max(half, quarter);
        int minute = half > at ? MINUTES / 2 : MINUTES / 4;
        if (count.isPresent()) {
            minute = count.get().value().intValue();
            next = words.phrases("minutes").endAt(utterance, count.get().to());
        }
        // "Half a dozen" is a number and no time.
        boolean counted = half > at && numerals.at(utterance, at).isPresent();
        if (next == at || minute <= 0 || minute >= MINUTES || counted) {
            return Optional.empty();
        }
        int past = words.phrases("clock-past").endAt(utterance, next);
        int to = words.phrases("clock-to").endAt(utterance, next);
        boolean bareHalf = half > at && past == next && to == next;
        if (past == next && to == next && !bareHalf) {
            return Optional.empty();
        }
        int hourAt = Math.max(past, to);
        int signed = to > next ? -minute : minute;
        return hour(utterance, hourAt)
                .filter(hour -> hour.value().intValue() <= NOON)
                .map(hour -> mention(utterance, at, hour.to(), now, hour.value().intValue(), signed));
    }

    // "10:45", "3 pm", "ten twenty", "five o'clock", "at 3"
    private Optional<ClockMention> clock(
            Utterance utterance, int at, LocalDateTime now, boolean expected, boolean unasked) {
        Optional<WrittenTime> written = WrittenTime.at(utterance, at);
        if (written.isPresent()) {
            WrittenTime time = written.get();
            int sign = words.phrases("oclock").endAt(utterance, time.to());
            boolean sure =
                    time.sure() || sign > time.to() || half(utterance, sign).isPresent();
            return sure || expected
                    ? Optional.of(mention(utterance, at, sign, now, time.hour(), time.minute()))
                    : Optional.empty();
        }
        Optional<Numeral> hour = hour(utterance, at);
        if (hour.isEmpty()) {
            return Optional.empty();
        }
        int number = hour.get().value().intValue();
        int end = hour.get().to();
        int oclock = words.phrases("oclock").endAt(utterance, end);
        OptionalInt half = half(utterance, oclock);
        Optional<Numeral> exact = words.phrases("oclock-then-minutes").endAt(utterance, end) > end
                ? spokenMinute(utterance, oclock)
                : Optional.empty();
        if (exact.isPresent()) {
            return Optional.of(mention(
                    utterance,
                    at,
                    exact.get().to(),
                    now,
                    number,
                    exact.get().value().intValue()));
        }
        if (oclock > end || half.isPresent()) {
            return Optional.of(mention(utterance, at, oclock, now, number, 0));
        }
        Optional<Numeral> minute = spokenMinute(utterance, end);
        boolean halfAfterMinute =
                minute.isPresent() && half(utterance, minute.get().to()).isPresent();
        // "I'll pick it up at one fifteen", wherever it is said.
        int last = minute.map(Numeral::to).orElse(end);
        boolean ledIn = unasked
                && words.phrases("time-lead-ins-sure").startBefore(utterance, at) < at
                && isOver(utterance, last);
        if (minute.isPresent() && (expected || halfAfterMinute || ledIn)) {
            return Optional.of(mention(
                    utterance,
                    at,
                    minute.get().to(),
                    now,
                    number,
                    minute.get().value().intValue()));
        }
        boolean bare = expected
                && !isCount(utterance, at, end)
                && (words.phrases("time-lead-ins").contains(utterance.word(at - 1)) || utterance.pausedBefore(at));
        boolean sure = ledIn && number >= 1 && number <= NOON;
        return bare || sure ? Optional.of(mention(utterance, at, end, now, number, 0)) : Optional.empty();
    }

    /** Whether nothing follows, or after a pause, or a courtesy: "at five please", but not "at 5 Main Street". */
    private boolean isOver(Utterance utterance, int at) {
        return at >= utterance.size()
                || (utterance.pausedBefore(at) && words.isFamiliar(utterance.word(at)))
                || words.phrases("courtesies").endAt(utterance, at) > at;
    }

    private Optional<Numeral> hour(Utterance utterance, int at) {
        return numerals.at(utterance, at)
                .or(() -> mistypedHour(utterance, at))
                .filter(Numeral::isWhole)
                .filter(number -> number.value().signum() >= 0 && number.value().intValue() < HOURS)
                .filter(number -> !utterance.isNumber(at) || utterance.word(at).length() <= 2);
    }

    // "by fie o'clock"
    private Optional<Numeral> mistypedHour(Utterance utterance, int at) {
        return words.phrases("oclock").endAt(utterance, at + 1) > at + 1
                ? words.numeralMissingALetter(utterance.word(at))
                        .map(hour -> new Numeral(at + 1, BigDecimal.valueOf(hour)))
                : Optional.empty();
    }

    // "ten twenty", "five oh six"
    private Optional<Numeral> spokenMinute(Utterance utterance, int at) {
        if (at >= utterance.size() || utterance.pausedBefore(at) || utterance.isTaken(at)) {
            return Optional.empty();
        }
        int zero = words.phrases("clock-zero").endAt(utterance, at);
        return numerals.at(utterance, zero)
                .filter(Numeral::isWhole)
                .filter(number -> number.value().intValue() < MINUTES
                        && (zero > at
                                ? number.value().intValue() < 10
                                : number.value().intValue() >= 10));
    }

    /** 0 for the morning, 12 for the afternoon. */
    private OptionalInt half(Utterance utterance, int at) {
        return words.phrases("morning").endAt(utterance, at) > at
                ? OptionalInt.of(0)
                : words.phrases("afternoon").endAt(utterance, at) > at ? OptionalInt.of(NOON) : OptionalInt.empty();
    }

    private ClockMention mention(Utterance utterance, int from, int to, LocalDateTime now, int hour, int minute) {
        OptionalInt half = half(utterance, to);
        int end = Math.max(
                words.phrases("morning").endAt(utterance, to),
                words.phrases("afternoon").endAt(utterance, to));
        boolean leadingZero = utterance.isNumber(from) && utterance.word(from).startsWith("0");
        List<Integer> hours = new ArrayList<>();
        if (half.isPresent() && hour <= NOON) {
            hours.add(hour % NOON + half.getAsInt());
        } else if (hour == 0 || hour > NOON || leadingZero) {
            hours.add(hour);
        } else if (hour <= AFTERNOON_UNTIL || hour == NOON) {
            hours.add(hour % NOON + NOON);
            hours.add(hour % NOON);
        } else {
            hours.add(hour);
            hours.add(hour + NOON);
        }
        List<LocalDateTime> readings = hours.stream()
                .map(it -> now.toLocalDate().atTime(LocalTime.of(it, 0).plusMinutes(minute)))
                .toList();
        return new ClockMention(from, end, readings);
    }
}
