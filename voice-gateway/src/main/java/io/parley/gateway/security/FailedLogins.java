package io.parley.gateway.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Counts wrong passwords by address and minute, so that guessing takes years. */
final class FailedLogins {

    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_ADDRESSES = 50_000;

    private final int most;
    private final LongSupplier nanoTime;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    FailedLogins(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** Whether this address has failed so often that it must wait. */
    boolean tooMany(String address) {
        Window window = windows.get(address);
        return window != null && window.isOpen(nanoTime.getAsLong()) && window.failures() >= most;
    }

    void failed(String address) {
        long now = nanoTime.getAsLong();
        if (windows.size() >= MOST_ADDRESSES) {
            windows.values().removeIf(window -> !window.isOpen(now));
        }
        windows.compute(
                address,
                (key, window) -> window == null || !window.isOpen(now)
                        ? new Window(now, 1)
                        : new Window(window.since(), window.failures() + 1));
    }

    private record Window(long since, int failures) {
        boolean isOpen(long now) {
            return now - since < WINDOW_NANOS;
        }
    }
}
