package io.parley.neural.jobs;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The long work of one service: one job runs, the others wait by priority. Thread-safe. */
public final class JobQueue implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JobQueue.class);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final Clock clock;
    private final PriorityBlockingQueue<QueuedJob<?>> queue = new PriorityBlockingQueue<>();
    private final Set<QueuedJob<?>> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong submitted = new AtomicLong();
    private final Thread worker;
    private volatile boolean closed;

    /**
     * @param service names the worker's thread
     */
    @SuppressWarnings("ThreadPriorityCheck") // how soon, not what: nothing relies on it
    public JobQueue(String service, Clock clock) {
        this.clock = clock;
        this.worker = Thread.ofPlatform()
                .name("training-" + service)
                .priority(Thread.MIN_PRIORITY)
                .daemon(true)
                .start(this::work);
    }

    /**
     * A job that is not queued yet.
     *
     * @param sort what it is: {@code training}
     * @param prefix what its id begins with
     */
    <R> QueuedJob<R> job(String sort, String prefix, String campaign, int priority, Work<R> work) {
        long sequence = submitted.incrementAndGet();
        String id = prefix + "-" + sequence + "-" + clock.millis();
        return new QueuedJob<>(Job.queued(id, campaign, clock.instant()), priority, sequence, sort, work);
    }

    void add(QueuedJob<?> queued) {
        open.add(queued);
        if (closed) {
            end(queued);
        } else {
            queue.add(queued);
        }
    }

    /** A queued job ends at once, a running one at its next report. */
    void cancel(QueuedJob<?> queued) {
        queued.cancel();
        if (queue.remove(queued)) {
            end(queued);
        }
    }

    /** Cancels everything and waits a little for the running job to notice. */
    @Override
    public void close() {
        closed = true;
        open.forEach(this::cancel);
        worker.interrupt();
        try {
            if (Thread.currentThread() != worker) {
                worker.join(PATIENCE_AT_CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!closed) {
            try {
                QueuedJob<?> queued = queue.take();
                run(queued);
                open.remove(queued);
                // A job takes hundreds of megabytes for its time; only a full collection gives them back to the
                // machine.
                System.gc();
            } catch (InterruptedException e) {
                // Only close() interrupts, and the loop sees that; a late interrupt of a cancelled job means nothing.
                log.atDebug().log("the training thread was interrupted");
            }
        }
    }

    private <R> void run(QueuedJob<R> queued) {
        if (queued.isCancelled()) {
            end(queued);
            return;
        }
        Instant start = clock.instant();
        queued.update(job -> job.running(start));
        Job<R> job = queued.job();
        try {
            R result = queued.work().run(progressOf(queued, start));
            queued.update(it -> it.succeeded(clock.instant(), result));
            log.atInfo()
                    .addKeyValue("campaign", job.campaign())
                    .addKeyValue("job", job.id())
                    .addKeyValue("duration", Duration.between(start, clock.instant()))
                    .log(queued.sort() + " succeeded");
        } catch (TrainingCancelledException e) {
            end(queued);
        } catch (FaultException e) {
            fail(queued, e.fault(), String.valueOf(e.getMessage()), e.problems(), e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // A job that dies must not take the service's only worker with it.
            if (closed && queued.isCancelled()) {
                // Closing interrupts what has not noticed yet, and that breaks off wherever it is.
                end(queued);
            } else {
                String detail = "the " + queued.sort() + " broke off; the log has the cause";
                fail(queued, Fault.UNEXPECTED, detail, List.of(), e);
            }
        }
    }

    private <R> void end(QueuedJob<R> queued) {
        queued.update(job -> job.cancelled(clock.instant()));
        open.remove(queued);
    }

    private <R> void fail(QueuedJob<R> queued, Fault fault, String detail, List<String> problems, Throwable cause) {
        queued.update(job -> job.failed(clock.instant(), fault.code(), detail, problems));
        log.atError()
                .addKeyValue("campaign", queued.job().campaign())
                .addKeyValue("job", queued.job().id())
                .addKeyValue("fault", fault.code())
                .setCause(cause)
                .log(queued.sort() + " failed");
    }

    private <R> ProgressListener progressOf(QueuedJob<R> queued, Instant start) {
        return step -> {
            if (queued.isCancelled()) {
                throw new TrainingCancelledException(queued.job().id());
            }
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
            queued.update(job -> job.at(job.progress().after(step, seconds)));
        };
    }
}
