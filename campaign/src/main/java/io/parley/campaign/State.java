package io.parley.campaign;

import java.util.List;
import java.util.Optional;

/**
 * A node of the flow.
 *
 * @param collects names of the slots it asks for
 * @param say its bucket: equivalent replies, at least one
 * @param invalid what it says to a value it cannot take; may be empty
 * @param declined what it says when the payment is declined; may be empty
 * @param next its edges, in the order of the file; empty for a final state
 * @param when it is passed over unless this holds
 * @param confirms whether it reads back the order
 * @param pays whether the payment provider is asked when it is left
 * @param alwaysAsk whether it asks even for what is known
 * @param outcome of a final state
 * @param digressionsForbidden whether questions wait until later here
 */
public record State(
        String id,
        List<String> collects,
        List<String> say,
        List<String> invalid,
        List<String> declined,
        List<Edge> next,
        Condition when,
        boolean confirms,
        boolean pays,
        boolean alwaysAsk,
        Optional<Outcome> outcome,
        boolean digressionsForbidden) {

    public State {
        collects = List.copyOf(collects);
        say = List.copyOf(say);
        invalid = List.copyOf(invalid);
        declined = List.copyOf(declined);
        next = List.copyOf(next);
    }

    public boolean isFinal() {
        return outcome.isPresent();
    }
}
