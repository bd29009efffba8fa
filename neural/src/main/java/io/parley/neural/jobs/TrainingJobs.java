package io.parley.neural.jobs;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trainings of one service: one runs, the others wait by priority. Thread-safe. The latest hundred jobs can be
 * looked up; jobs do not survive a restart, versions do.
 */
public final class TrainingJobs implements AutoCloseable {

    /** Asked for by nobody in particular. */
    public static final int NORMAL = 0;
    /** Something waits for it. */
    public static final int URGENT = 10;

    private static final Logger log = LoggerFactory.getLogger(TrainingJobs.class);
    private static final int REMEMBERED = 100;
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final Clock clock;
    private final PriorityBlockingQueue<QueuedTraining> queue = new PriorityBlockingQueue<>();
    private final Map<String, QueuedTraining> jobs = new LinkedHashMap<>();
    private final Thread worker;
    private long submitted;
    private volatile boolean closed;

    /**
     * @param service names the worker's thread
     */
    public TrainingJobs(String service, Clock clock) {
        this.clock = clock;
        this.worker =
                Thread.ofPlatform().name("training-" + service).daemon(true).start(this::work);
    }

    /**
     * Queues a training.
     *
     * @param priority the higher runs first; {@link #NORMAL} or {@link #URGENT}
     */
    public TrainingJob submit(String campaign, int priority, Training training) {
        QueuedTraining queued;
        TrainingJob job;
        synchronized (jobs) {
            submitted++;
            job = TrainingJob.queued("job-" + submitted + "-" + clock.millis(), campaign, clock.instant());
            queued = new QueuedTraining(job, priority, submitted, training);
            jobs.put(job.id(), queued);
            forgetOldest();
        }
        if (closed) {
            queued.update(it -> it.cancelled(clock.instant()));
        } else {
            queue.add(queued);
        }
        return job;
    }

    /** The jobs of a campaign, latest first. */
    public List<TrainingJob> of(String campaign) {
        return all().stream().filter(job -> job.campaign().equals(campaign)).toList();
    }

    /** Every job that is remembered, latest first. */
    public List<TrainingJob> all() {
        synchronized (jobs) {
            return new ArrayList<>(jobs.values())
                    .reversed().stream().map(QueuedTraining::job).toList();
        }
    }

    /** One job of a campaign. */
    public Optional<TrainingJob> find(String campaign, String id) {
        return queued(campaign, id).map(QueuedTraining::job);
    }

    /**
     * One job of a campaign.
     *
     * @throws FaultException {@link Fault#TRAINING_JOB_NOT_FOUND}
     */
    public TrainingJob get(String campaign, String id) {
        return required(campaign, id).job();
    }

    /**
     * Follows a job: the listener hears at once how it stands, then every change, the last one being final.
     *
     * @param listener called on the training's thread; must not block
     * @return to be run when nobody listens any more
     * @throws FaultException {@link Fault#TRAINING_JOB_NOT_FOUND}
     */
    public Runnable follow(String campaign, String id, Consumer<TrainingJob> listener) {
        return required(campaign, id).follow(listener);
    }

    /**
     * Cancels a job. A queued one ends at once, a running one within an epoch; one that has ended stays as it is.
     *
     * @throws FaultException {@link Fault#TRAINING_JOB_NOT_FOUND}
     */
    public TrainingJob cancel(String campaign, String id) {
        QueuedTraining queued = required(campaign, id);
        cancel(queued);
        return queued.job();
    }

    /** Cancels everything and waits a little for the running job to notice. */
    @Override
    public void close() {
        closed = true;
        Collection<QueuedTraining> open;
        synchronized (jobs) {
            open = List.copyOf(jobs.values());
        }
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

    private void cancel(QueuedTraining queued) {
        queued.cancel();
        if (queue.remove(queued)) {
            queued.update(job -> job.cancelled(clock.instant()));
        }
    }

    private Optional<QueuedTraining> queued(String campaign, String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id))
                    .filter(queued -> queued.job().campaign().equals(campaign));
        }
    }

    private QueuedTraining required(String campaign, String id) {
        return queued(campaign, id)
                .orElseThrow(() -> new FaultException(
                        Fault.TRAINING_JOB_NOT_FOUND,
                        "campaign " + campaign + " has no training job '" + id
                                + "'; the list of its jobs has the latest, and a restart forgets them"));
    }

    private void forgetOldest() {
        if (jobs.size() > REMEMBERED) {
            jobs.entrySet().stream()
                    .filter(entry -> entry.getValue().job().state().isFinal())
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .ifPresent(jobs::remove);
        }
    }

    private void work() {
        while (!closed) {
            try {
                run(queue.take());
            } catch (InterruptedException e) {
                // Only close() interrupts, and the loop sees that; a late interrupt of a cancelled job means nothing.
                log.atDebug().log("the training thread was interrupted");
            }
        }
    }

    private void run(QueuedTraining queued) {
        if (queued.isCancelled()) {
            queued.update(job -> job.cancelled(clock.instant()));
            return;
        }
        Instant start = clock.instant();
        queued.update(job -> job.running(start));
        TrainingJob job = queued.job();
        try {
            String version = queued.training().train(progressOf(queued, start));
            queued.update(it -> it.succeeded(clock.instant(), version));
            log.atInfo()
                    .addKeyValue("campaign", job.campaign())
                    .addKeyValue("version", version)
                    .addKeyValue("duration", Duration.between(start, clock.instant()))
                    .log("training succeeded");
        } catch (TrainingCancelledException e) {
            queued.update(it -> it.cancelled(clock.instant()));
        } catch (FaultException e) {
            fail(queued, e.fault(), String.valueOf(e.getMessage()), e.problems(), e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            // A training that dies must not take the service's only training thread with it.
            fail(queued, Fault.UNEXPECTED, "the training broke off; the log has the cause", List.of(), e);
        }
    }

    private void fail(QueuedTraining queued, Fault fault, String detail, List<String> problems, Throwable cause) {
        queued.update(job -> job.failed(clock.instant(), fault.code(), detail, problems));
        log.atError()
                .addKeyValue("campaign", queued.job().campaign())
                .addKeyValue("job", queued.job().id())
                .addKeyValue("fault", fault.code())
                .setCause(cause)
                .log("training failed");
    }

    private ProgressListener progressOf(QueuedTraining queued, Instant start) {
        return step -> {
            if (queued.isCancelled()) {
                throw new TrainingCancelledException(queued.job().id());
            }
            double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
            queued.update(job -> job.at(job.progress().after(step, seconds)));
        };
    }
}
