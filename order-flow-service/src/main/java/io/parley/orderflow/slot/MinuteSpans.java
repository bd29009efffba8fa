package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.util.Optional;

/** Finds lengths of time in minutes: "twenty minutes", "an hour and a half", "half an hour". */
final class MinuteSpans {

    private static final int MINUTES = 60;

    /** A number that is longer counts something else. */
    private static final int LONGEST = 1_000;

    private final Words words;
    private final Numerals numerals;
    private final NumberedPhrases named;

    MinuteSpans(Words words, Numerals numerals) {
        this.words = words;
        this.numerals = numerals;
        this.named = words.numberedPhrases("spans-in-minutes");
    }

    /** The length that begins here, in minutes. */
    Optional<Numeral> at(Utterance utterance, int at) {
        Optional<Numeral> phrase = named.at(utterance, at);
        return phrase.isPresent() ? phrase : counted(utterance, at);
    }

    private Optional<Numeral> counted(Utterance utterance, int at) {
        Optional<Numeral> number =
                numerals.at(utterance, at).filter(it -> it.value().intValue() < LONGEST);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        int unit = number.get().to();
        boolean hours = words.phrases("hours").contains(utterance.word(unit));
        if (!hours && !words.phrases("minutes").contains(utterance.word(unit))) {
            return Optional.empty();
        }
        BigDecimal length = number.get().value().multiply(BigDecimal.valueOf(hours ? MINUTES : 1));
        int half = words.phrases("and-a-half").endAt(utterance, unit + 1);
        return Optional.of(
                hours && half > unit + 1
                        ? new Numeral(half, length.add(BigDecimal.valueOf(MINUTES / 2)))
                        : new Numeral(unit + 1, length));
    }
}
