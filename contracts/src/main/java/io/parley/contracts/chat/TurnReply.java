package io.parley.contracts.chat;

import io.parley.contracts.desk.HandOffStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we say.
 *
 * @param reply empty while a person talks with the customer: that person answers
 * @param state the state after the turn
 * @param choices what may be clicked instead of typed
 * @param outcome {@code sale}, {@code lost} or {@code ended}; null while the conversation goes on
 * @param order the order placed with this turn, or null
 * @param handOff the person that is waited for or talks with the customer; null where there is none
 */
public record TurnReply(
        String turnId,
        String reply,
        String state,
        List<String> choices,
        @Nullable String outcome,
        @Nullable OrderSummary order,
        @Nullable HandOffStatus handOff) {

    public TurnReply {
        choices = List.copyOf(choices);
    }

    /** Of a conversation without a person. */
    public TurnReply(
            String turnId,
            String reply,
            String state,
            List<String> choices,
            @Nullable String outcome,
            @Nullable OrderSummary order) {
        this(turnId, reply, state, choices, outcome, order, null);
    }

    /**
     * @param total as text for people, in the campaign's locale
     */
    public record OrderSummary(String id, String total) {}
}
