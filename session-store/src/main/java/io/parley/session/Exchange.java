package io.parley.session;

import io.parley.contracts.desk.HandOffStatus;
import io.parley.contracts.privacy.MaskedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn as the customer saw it; what a repeated turn id is answered with.
 *
 * @param turnId chosen by the client; {@code greeting} for our first words
 * @param said what the customer said; null for our first words
 * @param reply what we said
 * @param state the state after the turn
 * @param choices what may be clicked instead of typed
 * @param outcome how the conversation ended with this turn; null if it did not
 * @param orderId the order placed in this turn, or null
 * @param orderTotal its total as text for people, or null
 * @param by the person who wrote the reply; null where it is ours
 * @param handOff the person that is waited for or talks after it, or null
 * @param heardBefore how much of our reply before it the customer had heard when they began to speak; null where it was all
 */
public record Exchange(
        String turnId,
        @Nullable MaskedText said,
        String reply,
        String state,
        List<String> choices,
        @Nullable String outcome,
        @Nullable String orderId,
        @Nullable String orderTotal,
        Instant at,
        @Nullable String by,
        @Nullable HandOffStatus handOff,
        @Nullable String heardBefore) {

    public Exchange {
        choices = List.copyOf(choices);
    }

    /** After all of our reply before it was heard. */
    public Exchange(
            String turnId,
            @Nullable MaskedText said,
            String reply,
            String state,
            List<String> choices,
            @Nullable String outcome,
            @Nullable String orderId,
            @Nullable String orderTotal,
            Instant at,
            @Nullable String by,
            @Nullable HandOffStatus handOff) {
        this(turnId, said, reply, state, choices, outcome, orderId, orderTotal, at, by, handOff, null);
    }

    /** The same in which the customer cut our reply before it short. */
    public Exchange whenHeard(String before) {
        return new Exchange(turnId, said, reply, state, choices, outcome, orderId, orderTotal, at, by, handOff, before);
    }

    /** Words of ours, no person far and wide. */
    public Exchange(
            String turnId,
            @Nullable MaskedText said,
            String reply,
            String state,
            List<String> choices,
            @Nullable String outcome,
            @Nullable String orderId,
            @Nullable String orderTotal,
            Instant at) {
        this(turnId, said, reply, state, choices, outcome, orderId, orderTotal, at, null, null);
    }
}
