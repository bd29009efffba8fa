package io.parley.gateway.sip;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often something may happen for an address: so many times a second, twice as many at once. Thread-safe. */
final class Rate {

    private static final int ADDRESSES = 1_000;
    private static final double NANOS = 1e9;

    private static final class Bucket {
        private double left;
        private long at;
    }

    private final int perSecond;
    private final Map<InetAddress, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    Rate(int perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * Whether it may happen now, which then counts.
     *
     * @param now by a clock that never jumps, in nanoseconds
     */
    synchronized boolean allows(InetAddress address, long now) {
        Bucket bucket = buckets.computeIfAbsent(address, unknown -> {
            Bucket full = new Bucket();
            full.left = 2.0 * perSecond;
            full.at = now;
            return full;
        });
        bucket.left = Math.min(2.0 * perSecond, bucket.left + (now - bucket.at) / NANOS * perSecond);
        bucket.at = now;
        if (bucket.left < 1) {
            return false;
        }
        bucket.left--;
        return true;
    }
}
