package io.parley.gateway.sip;

import java.util.Locale;

/** Which way sound goes, as one side of a session describes it. */
enum Direction {
    SENDRECV,
    SENDONLY,
    RECVONLY,
    INACTIVE;

    /** As the other side answers it. */
    Direction answered() {
        return switch (this) {
            case SENDRECV -> SENDRECV;
            case SENDONLY -> RECVONLY;
            case RECVONLY -> SENDONLY;
            case INACTIVE -> INACTIVE;
        };
    }

    /** The name of its attribute. */
    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
