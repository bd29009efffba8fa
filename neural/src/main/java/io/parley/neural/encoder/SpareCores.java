package io.parley.neural.encoder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Has texts encoded on cores that no other text needs. Where all are busy, work stays with the thread that wants it:
 * moving it would only cost. Thread-safe.
 */
final class SpareCores {

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final AtomicInteger BUSY = new AtomicInteger();
    private static final ExecutorService HELPERS = Executors.newFixedThreadPool(
            Math.max(1, CORES - 1),
            Thread.ofPlatform().daemon().name("encoder-", 0).factory());

    private SpareCores() {}

    /** Encodes, and lets everybody know that a core is taken meanwhile. */
    static <T> T encode(Supplier<T> encoding) {
        BUSY.incrementAndGet();
        try {
            return encoding.get();
        } finally {
            BUSY.decrementAndGet();
        }
    }

    /** Begins at once if there is a core for it beside the caller's; else the caller does it on asking for the result. */
    static <T> Supplier<T> begin(Supplier<T> work) {
        return BUSY.get() < CORES - 1 ? CompletableFuture.supplyAsync(work, HELPERS)::join : work;
    }
}
