package io.parley.speech.recognition;

import java.util.List;

/**
 * One reading of an utterance.
 *
 * @param text as a customer would have typed it, without punctuation: {@code june 5 2026}, {@code jane.roe@example.com}
 * @param confidence that it is right, in [0, 1]
 * @param words as they were spoken, in order, with their own confidence
 */
public record Hypothesis(String text, double confidence, List<HeardWord> words) {
    public Hypothesis {
        words = List.copyOf(words);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in [0, 1], not at " + confidence);
        }
    }
}
