package io.parley.neural.jobs;

/** Hears how far a training is, and stops it when it is no longer wanted. */
@FunctionalInterface
public interface ProgressListener {

    /** Ignores everything. */
    ProgressListener SILENT = (phase, epoch, epochs, loss, heldOutAccuracy) -> {};

    /**
     * To be called after every epoch, and now and then where a phase without epochs takes long.
     *
     * @param phase what the training does now
     * @param epoch epochs done
     * @param epochs epochs at most
     * @param loss of the last epoch, per example
     * @param heldOutAccuracy after the last epoch, in [0, 1]
     * @throws TrainingCancelledException if nobody wants the result any more
     */
    void reached(String phase, int epoch, int epochs, double loss, double heldOutAccuracy);
}
