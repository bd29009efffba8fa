package io.parley.neural.jobs;

/**
 * How far a training is.
 *
 * @param phase what it does now: {@code encoding}, {@code training}, …
 * @param epoch epochs done
 * @param epochs epochs at most; early stopping may need fewer
 * @param loss of the last epoch, per example; 0 before the first
 * @param heldOutAccuracy after the last epoch, on rows kept from training, in [0, 1]; 0 before the first
 * @param secondsLeft at most, estimated from the epochs so far; 0 while nothing is known
 */
public record Progress(String phase, int epoch, int epochs, double loss, double heldOutAccuracy, double secondsLeft) {

    /** Before anything was done. */
    public static final Progress NONE = new Progress("waiting", 0, 0, 0, 0, 0);
}
