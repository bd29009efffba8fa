package io.parley.speech.recognition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of an utterance.
 *
 * @param best what it may have been, likeliest first, each text once; empty if nothing was understood
 * @param decoding how long the decoder worked on it, however long the sound took to arrive
 * @param fit how well the likeliest words fit the sound by themselves, whatever was expected: the mean natural logarithm of the
 *     likelihood of a frame; of one utterance the higher is the better. NaN of an engine that does not tell, or of nothing
 */
public record Heard(List<Hypothesis> best, Duration decoding, double fit) {
    public Heard {
        best = List.copyOf(best);
    }

    /** Of an engine that does not tell how well words fit. */
    public Heard(List<Hypothesis> best, Duration decoding) {
        this(best, decoding, Double.NaN);
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
