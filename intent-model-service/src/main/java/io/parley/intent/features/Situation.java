package io.parley.intent.features;

import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import java.util.List;

/**
 * Where a conversation is when somebody speaks: all the network gets to see.
 *
 * @param state the current state; one the model does not know counts as no information
 * @param allowed the states that may follow; empty means any
 * @param text what the customer said
 * @param history the latest earlier turns, oldest first
 */
public record Situation(String state, List<String> allowed, MaskedText text, List<PastTurn> history) {

    public Situation {
        allowed = List.copyOf(allowed);
        history = List.copyOf(history);
    }

    /** The situation a request asks about. */
    public static Situation of(NextStateRequest request) {
        return new Situation(request.state(), request.allowed(), request.text(), request.history());
    }

    /** The same words in another state. */
    public Situation in(String otherState, List<String> otherAllowed) {
        return new Situation(otherState, otherAllowed, text, history);
    }

    /** Other words in the same state. */
    public Situation saying(MaskedText otherText) {
        return new Situation(state, allowed, otherText, history);
    }
}
