package io.parley.neural.jobs;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Jobs of one sort, in a queue they share with others. Thread-safe. The latest can be looked up; jobs do not survive a
 * restart.
 *
 * @param <R> what a job ends with
 * @param <V> a job as it is shown
 */
public abstract sealed class Jobs<R, V extends ShownJob> permits TrainingJobs, StudyJobs {

    /** Asked for by nobody in particular. */
    public static final int NORMAL = 0;
    /** Something waits for it. */
    public static final int URGENT = 10;

    private final JobQueue queue;
    private final Sort sort;
    private final Map<String, Entry<R, V>> entries = new LinkedHashMap<>();

    Jobs(JobQueue queue, Sort sort) {
        this.queue = queue;
        this.sort = sort;
    }

    V submit(String campaign, int priority, Work<R> work, Function<Job<R>, V> view) {
        QueuedJob<R> queued = queue.job(sort.name(), sort.prefix(), campaign, priority, work);
        Job<R> job = queued.job();
        synchronized (entries) {
            entries.put(job.id(), new Entry<>(queued, view));
            forgetOldest();
        }
        queue.add(queued);
        return view.apply(job);
    }

    /** The jobs of a campaign, latest first. */
    public List<V> of(String campaign) {
        return latest().stream()
                .filter(entry -> entry.queued().job().campaign().equals(campaign))
                .map(Entry::shown)
                .toList();
    }

    /** Every job that is remembered, latest first. */
    public List<V> all() {
        return latest().stream().map(Entry::shown).toList();
    }

    /** One job of a campaign. */
    public Optional<V> find(String campaign, String id) {
        return entry(campaign, id).map(Entry::shown);
    }

    /**
     * One job of a campaign.
     *
     * @throws FaultException if there is none
     */
    public V get(String campaign, String id) {
        return required(campaign, id).shown();
    }

    /**
     * Follows a job: the listener hears at once how it stands, then every change, the last one being final.
     *
     * @param listener called on the job's thread; must not block
     * @return to be run when nobody listens any more
     * @throws FaultException if there is none
     */
    public Runnable follow(String campaign, String id, Consumer<V> listener) {
        Entry<R, V> entry = required(campaign, id);
        return entry.queued().follow(job -> listener.accept(entry.view().apply(job)));
    }

    /**
     * Cancels a job. A queued one ends at once, a running one within an epoch; one that has ended stays as it is.
     *
     * @throws FaultException if there is none
     */
    public V cancel(String campaign, String id) {
        Entry<R, V> entry = required(campaign, id);
        queue.cancel(entry.queued());
        return entry.shown();
    }

    private List<Entry<R, V>> latest() {
        synchronized (entries) {
            return new ArrayList<>(entries.values()).reversed();
        }
    }

    private Optional<Entry<R, V>> entry(String campaign, String id) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(id))
                    .filter(entry -> entry.queued().job().campaign().equals(campaign));
        }
    }

    private Entry<R, V> required(String campaign, String id) {
        return entry(campaign, id)
                .orElseThrow(() -> new FaultException(
                        sort.unknown(),
                        "campaign " + campaign + " has no " + sort.label() + " '" + id
                                + "'; the list of them has the latest, and a restart forgets them"));
    }

    private void forgetOldest() {
        if (entries.size() > sort.remembered()) {
            entries.entrySet().stream()
                    .filter(entry -> entry.getValue().queued().job().state().isFinal())
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .ifPresent(entries::remove);
        }
    }

    /**
     * What jobs of a sort are called.
     *
     * @param name in the log: {@code training}
     * @param label in messages: {@code training job}
     * @param prefix what their ids begin with
     * @param unknown the fault of asking for one there is not
     * @param remembered how many can be looked up
     */
    record Sort(String name, String label, String prefix, Fault unknown, int remembered) {}

    private record Entry<R, V extends ShownJob>(QueuedJob<R> queued, Function<Job<R>, V> view) {

        V shown() {
            return view.apply(queued.job());
        }
    }
}
