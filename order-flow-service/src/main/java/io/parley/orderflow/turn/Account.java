package io.parley.orderflow.turn;

import io.parley.contracts.model.ModelProvenance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a turn came about.
 *
 * @param decision the decision's label
 * @param ground why it is this one
 * @param confidence the network's
 * @param model which version decided, or null
 * @param chosen which of two readings the customer chose, if we had asked
 * @param paymentReference the provider's, if it approved in this turn
 */
record Account(
        String decision,
        Ground ground,
        double confidence,
        @Nullable ModelProvenance model,
        Optional<String> chosen,
        Optional<String> paymentReference) {

    /** Of a turn in which nobody had to be asked. */
    static Account without(String decision, Ground ground, double confidence) {
        return new Account(decision, ground, confidence, null, Optional.empty(), Optional.empty());
    }
}
