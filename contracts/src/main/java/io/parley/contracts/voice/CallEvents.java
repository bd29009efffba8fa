package io.parley.contracts.voice;

import io.parley.contracts.event.CallEvent;
import java.util.List;

/** What happened in calls since it was told last, in order. */
public record CallEvents(List<CallEvent> events) {

    /** As many as are told at once. */
    public static final int MOST = 500;

    /** @param events how many were published */
    public record Told(int events) {}

    public CallEvents {
        events = List.copyOf(events);
    }
}
