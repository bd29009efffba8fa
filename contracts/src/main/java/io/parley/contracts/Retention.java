package io.parley.contracts;

import java.time.Duration;
import java.util.Map;

/**
 * How long a broker keeps what is on a topic, as topic configuration. A broker throws away whole segments only: nothing
 * goes before the segment it lies in is closed, then as old as {@code retention.ms}, and found to be so. Left to its
 * defaults a busy topic keeps for a week what was promised to be gone in an hour.
 */
final class Retention {

    /** How often brokers look for old segments, and how long they take to delete a file, unless told otherwise. */
    static final Duration BROKER_DELAY = Duration.ofMinutes(6);

    private static final int SEGMENTS = 6;

    private Retention() {}

    /**
     * Nothing is kept longer than this, and nothing is gone before half of it is over.
     *
     * @param longest at least half an hour
     */
    static Map<String, String> atMost(Duration longest) {
        Duration segment = longest.dividedBy(SEGMENTS);
        Duration retention = longest.minus(segment).minus(BROKER_DELAY);
        return Map.of(
                "segment.ms", String.valueOf(segment.toMillis()), "retention.ms", String.valueOf(retention.toMillis()));
    }

    /** The last record of each key stays for ever. */
    static Map<String, String> ofLastValues() {
        return Map.of("cleanup.policy", "compact");
    }
}
