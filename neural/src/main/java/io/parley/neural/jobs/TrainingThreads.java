package io.parley.neural.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Spreads a training's work over threads of its own, as many as there are processors. Never over the JVM's common pool:
 * that one carries the answers of services in the same process, and a training would keep customers waiting. Where the JVM is
 * told to mind priorities, customers come first.
 */
public final class TrainingThreads implements AutoCloseable {

    private static final int ITEMS_BETWEEN_REPORTS = 128;

    private final ExecutorService pool;

    private TrainingThreads(ExecutorService pool) {
        this.pool = pool;
    }

    /** Threads to be closed by whoever needs them. */
    @SuppressWarnings("ThreadPriorityCheck") // how soon, not what: nothing relies on it
    public static TrainingThreads start() {
        return new TrainingThreads(Executors.newFixedThreadPool(
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                Thread.ofPlatform()
                        .name("training-worker-", 0)
                        .priority(Thread.MIN_PRIORITY)
                        .daemon()
                        .factory()));
    }

    /**
     * Applies the work to every item, on threads of the moment.
     *
     * @return the results, in the order of the items
     */
    public static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
        try (TrainingThreads threads = start()) {
            return threads.all(items, work);
        }
    }

    /**
     * Applies the work to many items and tells how far it is, often enough to be cancelled within moments.
     *
     * @param phase what the training does meanwhile
     * @return the results, in the order of the items
     * @throws TrainingCancelledException if the listener says so
     */
    public static <T, R> List<R> map(
            List<T> items, Function<? super T, ? extends R> work, String phase, ProgressListener progress) {
        List<R> results = new ArrayList<>(items.size());
        try (TrainingThreads threads = start()) {
            for (int from = 0; from < items.size(); from += ITEMS_BETWEEN_REPORTS) {
                progress.reached(phase, from / (double) items.size());
                results.addAll(
                        threads.all(items.subList(from, Math.min(items.size(), from + ITEMS_BETWEEN_REPORTS)), work));
            }
        }
        return results;
    }

    /**
     * Applies the work to every item.
     *
     * @return the results, in the order of the items
     */
    public <T, R> List<R> all(List<T> items, Function<? super T, ? extends R> work) {
        try {
            List<Future<R>> results = new ArrayList<>();
            for (T item : items) {
                results.add(pool.submit(() -> work.apply(item)));
            }
            List<R> done = new ArrayList<>();
            for (Future<R> result : results) {
                done.add(result.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the training was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of the training failed", e.getCause());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
