package io.parley.standalone.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/**
 * How long calls took.
 *
 * @param count how many there were
 * @param p50Ms half were not slower, milliseconds; 0 if there was none
 * @param p95Ms nineteen of twenty were not slower
 * @param p99Ms ninety-nine of a hundred were not slower
 * @param maxMs the slowest
 */
record Latencies(long count, double p50Ms, double p95Ms, double p99Ms, double maxMs) {

    static Latencies of(Collection<Duration> all) {
        long[] sorted = all.stream().mapToLong(Duration::toNanos).sorted().toArray();
        return new Latencies(sorted.length, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1.0));
    }

    /** By the nearest rank: the smallest that this share of all is not above. */
    private static double at(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return Math.round(sorted[Math.clamp(rank, 1, sorted.length) - 1] / 1e4) / 1e2;
    }

    /** How many times as slow as another in the middle. */
    double timesAsSlowAs(Latencies other) {
        return other.p50Ms == 0 ? 0 : Math.round(100 * p50Ms / other.p50Ms) / 100.0;
    }

    static Latencies ofNanos(long[] nanos) {
        return of(Arrays.stream(nanos).mapToObj(Duration::ofNanos).toList());
    }
}
