package io.parley.neural.jobs;

/** Ends a training that nobody wants any more. */
public final class TrainingCancelledException extends RuntimeException {

    public TrainingCancelledException(String job) {
        super("training job " + job + " was cancelled");
    }
}
