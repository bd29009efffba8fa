package io.parley.contracts.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we say.
 *
 * @param state the state after the turn
 * @param choices what may be clicked instead of typed
 * @param outcome {@code sale}, {@code lost} or {@code ended}; null while the conversation goes on
 * @param order the order placed with this turn, or null
 */
public record TurnReply(
        String turnId,
        String reply,
        String state,
        List<String> choices,
        @Nullable String outcome,
        @Nullable OrderSummary order) {

    public TurnReply {
        choices = List.copyOf(choices);
    }

    /**
     * @param total as text for people, in the campaign's locale
     */
    public record OrderSummary(String id, String total) {}
}
