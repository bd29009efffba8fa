package io.parley.neural.jobs;

/** Hears how far a training is, and stops it when it is no longer wanted. */
@FunctionalInterface
public interface ProgressListener {

    /** Ignores everything. */
    ProgressListener SILENT = step -> {};

    /**
     * To be called after every epoch, and now and then where a phase without epochs takes long.
     *
     * @throws TrainingCancelledException if nobody wants the result any more
     */
    void reached(Step step);

    /** To be called in a phase without epochs. */
    default void reached(String phase, double done) {
        reached(Step.of(phase, done));
    }

    /**
     * Hears of a part of the training as if it were the whole.
     *
     * @param from share of the training that lies before that part
     * @param to share that lies behind it afterwards
     */
    default ProgressListener part(double from, double to) {
        return step -> reached(new Step(
                step.phase(),
                from + (to - from) * step.done(),
                step.epoch(),
                step.epochs(),
                step.loss(),
                step.heldOutAccuracy()));
    }
}
