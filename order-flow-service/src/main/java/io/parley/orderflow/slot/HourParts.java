package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is said right before an hour to mean a time ahead of it, in languages that count towards the next hour: "halb acht" is
 * half an hour before eight, "fünf nach halb acht" five minutes later.
 */
final class HourParts {

    private static final int HALF_AN_HOUR = 30;

    private final NumberedPhrases parts;
    private final Phrases past;
    private final Phrases to;
    private final Phrases minutes;
    private final Numerals numerals;

    HourParts(Words words, Numerals numerals) {
        this.parts = words.numberedPhrases("minutes-before-hour");
        this.past = words.phrases("clock-past");
        this.to = words.phrases("clock-to");
        this.minutes = words.phrases("minutes");
        this.numerals = numerals;
    }

    /** The minutes to be added to the hour that follows; below zero. */
    Optional<Numeral> at(Utterance utterance, int at) {
        Optional<Numeral> part = parts.at(utterance, at).map(HourParts::negated);
        return part.isPresent() ? part : shifted(utterance, at);
    }

    private Optional<Numeral> shifted(Utterance utterance, int at) {
        Optional<Numeral> count = numerals.at(utterance, at)
                .filter(Numeral::isWhole)
                .filter(number -> number.value().intValue() < HALF_AN_HOUR);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        int next = minutes.endAt(utterance, count.get().to());
        int after = past.endAt(utterance, next);
        int before = to.endAt(utterance, next);
        BigDecimal shift = count.get().value();
        return after == next && before == next
                ? Optional.empty()
                : parts.at(utterance, Math.max(after, before))
                        .map(HourParts::negated)
                        .map(part -> new Numeral(part.to(), part.value().add(after > next ? shift : shift.negate())));
    }

    private static Numeral negated(Numeral part) {
        return new Numeral(part.to(), part.value().negate());
    }
}
