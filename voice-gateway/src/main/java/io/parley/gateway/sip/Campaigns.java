package io.parley.gateway.sip;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Which campaigns there are to call, asked for every few seconds at most. Thread-safe. */
final class Campaigns {

    private static final long FRESH = Duration.ofSeconds(10).toNanos();

    private final Supplier<Set<String>> source;
    private Set<String> known = Set.of();
    private long askedAt;
    private boolean asked;

    /**
     * @param source asks the order flow, and throws if that does not answer
     */
    Campaigns(Supplier<Set<String>> source) {
        this.source = source;
    }

    synchronized boolean have(String campaign) {
        long now = System.nanoTime();
        if (!asked || now - askedAt > FRESH) {
            known = Set.copyOf(source.get());
            askedAt = now;
            asked = true;
        }
        return known.contains(campaign);
    }
}
