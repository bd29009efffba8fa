package io.parley.neural.jobs;

/**
 * What a job does.
 *
 * @param <R> what it ends with: the id of the version it made, or what it found out
 */
@FunctionalInterface
public interface Work<R> {

    /**
     * Does it, to the end.
     *
     * @param progress to be told every epoch; it throws when the job is cancelled, and that must pass through
     * @throws io.parley.contracts.FaultException if the data does not allow it
     */
    R run(ProgressListener progress);
}
