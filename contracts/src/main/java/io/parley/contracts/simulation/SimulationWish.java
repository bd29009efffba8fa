package io.parley.contracts.simulation;

import org.jspecify.annotations.Nullable;

/**
 * Which customers shall be simulated.
 *
 * @param conversations how many, at least 1
 * @param persona the only persona to play, {@code decided} for example; null for all by turns
 * @param typos the share of longer words with a typing error, in [0, 1]; null for a tenth
 * @param noise the share of utterances that arrive as a recogniser would write them, in [0, 1]; null for none
 * @param seed the same seed plays the same customers on the same day; null for 42
 * @param rows whether to collect what was said as labelled rows for training; the wordings are then those that other
 *     simulations do not test with
 */
public record SimulationWish(
        int conversations,
        @Nullable String persona,
        @Nullable Double typos,
        @Nullable Double noise,
        @Nullable Long seed,
        @Nullable Boolean rows) {

    public static final double USUAL_TYPOS = 0.1;
    public static final long USUAL_SEED = 42;

    /** The same with everything told that was left open. */
    public SimulationWish complete() {
        return new SimulationWish(
                conversations,
                persona,
                typos == null ? Double.valueOf(USUAL_TYPOS) : typos,
                noise == null ? Double.valueOf(0) : noise,
                seed == null ? Long.valueOf(USUAL_SEED) : seed,
                rows != null && rows);
    }
}
