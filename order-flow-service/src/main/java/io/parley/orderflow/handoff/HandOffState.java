package io.parley.orderflow.handoff;

import java.util.Locale;

/** Where a hand-off stands. All but the first two are ends. */
public enum HandOffState {
    WAITING,
    TAKEN,
    /** The customer is back with the bot. */
    RETURNED,
    /** A person ended the conversation. */
    CLOSED,
    /** The customer does not want a person any more, or has left. */
    WITHDRAWN,
    /** Nobody came free in time. */
    TIMED_OUT;

    /** As it stands on the wire and in the database: {@code timed-out}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static HandOffState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
