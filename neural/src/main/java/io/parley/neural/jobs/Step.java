package io.parley.neural.jobs;

/**
 * A step of a training.
 *
 * @param phase what the training does now: {@code encoding}, {@code training}, …
 * @param done share of the whole training that lies behind, in [0, 1]
 * @param epoch epochs done; 0 in a phase without
 * @param epochs epochs at most; 0 in a phase without
 * @param loss of the last epoch, per example
 * @param heldOutAccuracy after the last epoch, in [0, 1]
 */
public record Step(String phase, double done, int epoch, int epochs, double loss, double heldOutAccuracy) {

    /** A step of a phase without epochs. */
    public static Step of(String phase, double done) {
        return new Step(phase, done, 0, 0, 0, 0);
    }
}
