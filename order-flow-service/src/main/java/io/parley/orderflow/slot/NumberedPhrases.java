package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Phrases that stand for a number each: "a dozen" for 12, "noon" for 12 hours. */
final class NumberedPhrases {

    private final Map<String, Integer> numbers;
    private final Phrases phrases;

    NumberedPhrases(Map<String, Integer> numbers, Folding folding) {
        this.numbers = numbers;
        this.phrases = new Phrases(numbers.keySet(), folding);
    }

    /** The longest phrase that begins at this word. */
    Optional<Numeral> at(Utterance utterance, int at) {
        int end = phrases.endAt(utterance, at);
        Integer number = end == at ? null : numbers.get(utterance.folded(at, end));
        return Optional.ofNullable(number).map(it -> new Numeral(end, BigDecimal.valueOf(it)));
    }
}
