package io.parley.gateway.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Lets each client address ask so many times a second, with bursts of twice that; a bucket of tokens for each. */
public final class RateLimit {

    private static final int MOST_ADDRESSES = 50_000;
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param perSecond 0 for no limit
     */
    RateLimit(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /** Whether this address may ask once more now; counts it if so. */
    public boolean admits(String address) {
        if (perSecond == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (buckets.size() >= MOST_ADDRESSES) {
            buckets.values().removeIf(bucket -> bucket.filled(now, perSecond) >= burst());
        }
        Bucket after = buckets.compute(address, (key, before) -> {
            double tokens = before == null ? burst() : Math.min(burst(), before.filled(now, perSecond));
            return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
        });
        return after.admitted();
    }

    private double burst() {
        return 2.0 * perSecond;
    }

    /**
     * @param tokens left at that time
     * @param at nanoseconds of the clock
     * @param admitted what the last asker was told
     */
    private record Bucket(double tokens, long at, boolean admitted) {
        double filled(long now, int perSecond) {
            return tokens + (now - at) / NANOS * perSecond;
        }
    }
}
