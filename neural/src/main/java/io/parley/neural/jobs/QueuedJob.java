package io.parley.neural.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A job with what it runs and who follows it.
 *
 * @param <R> what it ends with
 */
final class QueuedJob<R> implements Comparable<QueuedJob<?>> {

    private static final Logger log = LoggerFactory.getLogger(QueuedJob.class);

    private final int priority;
    private final long sequence;
    private final String sort;
    private final Work<R> work;
    private final List<Consumer<Job<R>>> listeners = new ArrayList<>();
    private Job<R> job;
    private boolean cancelled;

    /**
     * @param sort what it is, in the log: {@code training}
     */
    QueuedJob(Job<R> job, int priority, long sequence, String sort, Work<R> work) {
        this.job = job;
        this.priority = priority;
        this.sequence = sequence;
        this.sort = sort;
        this.work = work;
    }

    String sort() {
        return sort;
    }

    Work<R> work() {
        return work;
    }

    synchronized Job<R> job() {
        return job;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
    }

    /** Changes the job unless it has ended, and tells everyone who follows it. */
    synchronized void update(UnaryOperator<Job<R>> change) {
        if (job.state().isFinal()) {
            return;
        }
        job = change.apply(job);
        listeners.forEach(this::tell);
        if (job.state().isFinal()) {
            listeners.clear();
        }
    }

    synchronized Runnable follow(Consumer<Job<R>> listener) {
        tell(listener);
        if (!job.state().isFinal()) {
            listeners.add(listener);
        }
        return () -> leave(listener);
    }

    private synchronized void leave(Consumer<Job<R>> listener) {
        listeners.remove(listener);
    }

    private void tell(Consumer<Job<R>> listener) {
        try {
            listener.accept(job);
        } catch (RuntimeException e) {
            // A follower that fails must not end the job.
            log.atWarn().addKeyValue("job", job.id()).setCause(e).log("a follower of a job failed");
        }
    }

    /** Higher priority first, then first come, first served. */
    @Override
    public int compareTo(QueuedJob<?> other) {
        int byPriority = Integer.compare(other.priority, priority);
        return byPriority != 0 ? byPriority : Long.compare(sequence, other.sequence);
    }
}
