package io.parley.orderflow.policy;

import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import java.util.List;

/**
 * What the next-state model is asked.
 *
 * @param allowed the allowed next states: successors, the state itself and the reserved ones
 * @param text what the customer said
 * @param history the latest earlier turns, oldest first
 */
public record NextStateQuestion(
        String conversation,
        String campaign,
        String state,
        List<String> allowed,
        MaskedText text,
        List<PastTurn> history) {

    public NextStateQuestion {
        allowed = List.copyOf(allowed);
        history = List.copyOf(history);
    }
}
