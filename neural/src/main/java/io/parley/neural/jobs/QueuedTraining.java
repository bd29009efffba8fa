package io.parley.neural.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job with what it runs and who follows it. */
final class QueuedTraining implements Comparable<QueuedTraining> {

    private static final Logger log = LoggerFactory.getLogger(QueuedTraining.class);

    private final int priority;
    private final long sequence;
    private final Training training;
    private final List<Consumer<TrainingJob>> listeners = new ArrayList<>();
    private TrainingJob job;
    private boolean cancelled;

    QueuedTraining(TrainingJob job, int priority, long sequence, Training training) {
        this.job = job;
        this.priority = priority;
        this.sequence = sequence;
        this.training = training;
    }

    Training training() {
        return training;
    }

    synchronized TrainingJob job() {
        return job;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
    }

    /** Changes the job unless it has ended, and tells everyone who follows it. */
    synchronized void update(UnaryOperator<TrainingJob> change) {
        if (job.state().isFinal()) {
            return;
        }
        job = change.apply(job);
        listeners.forEach(this::tell);
        if (job.state().isFinal()) {
            listeners.clear();
        }
    }

    synchronized Runnable follow(Consumer<TrainingJob> listener) {
        tell(listener);
        if (!job.state().isFinal()) {
            listeners.add(listener);
        }
        return () -> leave(listener);
    }

    private synchronized void leave(Consumer<TrainingJob> listener) {
        listeners.remove(listener);
    }

    private void tell(Consumer<TrainingJob> listener) {
        try {
            listener.accept(job);
        } catch (RuntimeException e) {
            // A follower that fails must not end the training.
            log.atWarn().addKeyValue("job", job.id()).setCause(e).log("a follower of a training job failed");
        }
    }

    /** Higher priority first, then first come, first served. */
    @Override
    public int compareTo(QueuedTraining other) {
        int byPriority = Integer.compare(other.priority, priority);
        return byPriority != 0 ? byPriority : Long.compare(sequence, other.sequence);
    }
}
