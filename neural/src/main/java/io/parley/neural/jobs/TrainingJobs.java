package io.parley.neural.jobs;

import io.parley.contracts.Fault;

/** The trainings of one service: each ends with a version. */
public final class TrainingJobs extends Jobs<String, TrainingJob> {

    private static final int REMEMBERED = 100;

    public TrainingJobs(JobQueue queue) {
        super(queue, new Sort("training", "training job", "job", Fault.TRAINING_JOB_NOT_FOUND, REMEMBERED));
    }

    /**
     * Queues a training.
     *
     * @param priority the higher runs first; {@link #NORMAL} or {@link #URGENT}
     * @param training ends with the id of the version it published
     */
    public TrainingJob submit(String campaign, int priority, Work<String> training) {
        return submit(campaign, priority, training, TrainingJob::of);
    }
}
