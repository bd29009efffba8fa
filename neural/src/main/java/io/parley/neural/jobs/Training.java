package io.parley.neural.jobs;

/** What a training job does. */
@FunctionalInterface
public interface Training {

    /**
     * Trains and publishes a version.
     *
     * @param progress to be told every epoch; it throws when the job is cancelled, and that must pass through
     * @return the version's id
     * @throws io.parley.contracts.FaultException if the data does not allow it
     */
    String train(ProgressListener progress);
}
