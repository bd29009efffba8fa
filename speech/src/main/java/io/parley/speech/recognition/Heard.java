package io.parley.speech.recognition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of an utterance.
 *
 * @param best what it may have been, likeliest first, each text once; empty if nothing was understood
 * @param decoding how long the decoder worked on it, however long the sound took to arrive
 */
public record Heard(List<Hypothesis> best, Duration decoding) {
    public Heard {
        best = List.copyOf(best);
    }

    /** The likeliest, if anything was understood. */
    public Optional<Hypothesis> first() {
        return best.stream().findFirst();
    }

    /** Nothing was understood. */
    public static Heard nothing(Duration decoding) {
        return new Heard(List.of(), decoding);
    }
}
