package io.parley.orderflow.handoff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can be told of the desk.
 *
 * @param onDuty who is there, by name
 * @param place the customer's in the queue, from 1; where they would stand if they do not wait yet
 * @param usualWaitSeconds the median of the latest waits; null where none was measured
 */
public record Desk(List<String> onDuty, int place, @Nullable Long usualWaitSeconds) {

    /** Nobody is there, and nothing is known. */
    public static final Desk EMPTY = new Desk(List.of(), 1, null);

    public Desk {
        onDuty = List.copyOf(onDuty);
    }

    public boolean isManned() {
        return !onDuty.isEmpty();
    }
}
