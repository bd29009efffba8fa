package io.parley.orderflow.handoff;

import io.parley.contracts.desk.HandOffView;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hand-off as the database knows it. Of a conversation that goes on, its session has the last word.
 *
 * @param freedAt when its person had to leave; null if none did since it last began to wait
 * @param takenAt when a person came first
 * @param outcome how the conversation ended, where a person closed it
 */
public record HandOffRow(
        String id,
        String conversationId,
        String campaign,
        HandOffState state,
        Instant askedAt,
        @Nullable Instant freedAt,
        @Nullable String agent,
        @Nullable Instant takenAt,
        @Nullable Instant endedAt,
        @Nullable String outcome) {

    public boolean isOpen() {
        return state == HandOffState.WAITING || state == HandOffState.TAKEN;
    }

    /** Since when the customer waits, this time. */
    public Instant waitingSince() {
        return freedAt == null ? askedAt : freedAt;
    }

    /**
     * @param place in the queue; nothing for one that does not wait
     */
    public HandOffView view(Optional<Integer> place) {
        return new HandOffView(
                id,
                conversationId,
                campaign,
                state.label(),
                place.orElse(null),
                agent,
                askedAt,
                takenAt,
                endedAt,
                outcome);
    }
}
