package io.parley.neural.jobs;

/**
 * How far a training is.
 *
 * @param phase what it does now: {@code encoding}, {@code training}, …
 * @param done share of the whole training that lies behind, in [0, 1]
 * @param epoch epochs done
 * @param epochs epochs at most; early stopping may need fewer
 * @param loss of the last epoch, per example; 0 before the first
 * @param heldOutAccuracy after the last epoch, on rows kept from training, in [0, 1]; 0 before the first
 * @param secondsLeft estimated from the time so far; 0 while nothing is known
 */
public record Progress(
        String phase, double done, int epoch, int epochs, double loss, double heldOutAccuracy, double secondsLeft) {

    /** Before anything was done. */
    public static final Progress NONE = new Progress("waiting", 0, 0, 0, 0, 0, 0);

    /** A smaller share than this is too little to estimate by. */
    private static final double ENOUGH_TO_ESTIMATE = 0.05;

    /**
     * After a further step; one without epochs leaves what the last epoch gave. Never goes back.
     *
     * @param seconds since the training began
     */
    Progress after(Step step, double seconds) {
        double share = Math.max(done, step.done());
        double left = share < ENOUGH_TO_ESTIMATE ? 0 : seconds / share * (1 - share);
        return step.epochs() == 0
                ? new Progress(step.phase(), share, epoch, epochs, loss, heldOutAccuracy, left)
                : new Progress(
                        step.phase(), share, step.epoch(), step.epochs(), step.loss(), step.heldOutAccuracy(), left);
    }

    /** At its end. */
    Progress ended() {
        return new Progress("done", 1, epoch, epochs, loss, heldOutAccuracy, 0);
    }
}
