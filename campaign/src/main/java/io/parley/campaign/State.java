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

    /** The same with other edges. */
    public State withNext(List<Edge> others) {
        return with(say, invalid, declined, others);
    }

    /** The same with another bucket. */
    public State withSay(List<String> others) {
        return with(others, invalid, declined, next);
    }

    /** The same that says something else to a value it cannot take. */
    public State withInvalid(List<String> others) {
        return with(say, others, declined, next);
    }

    /** The same that says something else when the payment is declined. */
    public State withDeclined(List<String> others) {
        return with(say, invalid, others, next);
    }

    private State with(List<String> says, List<String> toInvalid, List<String> toDeclined, List<Edge> edges) {
        return new State(
                id,
                collects,
                says,
                toInvalid,
                toDeclined,
                edges,
                when,
                confirms,
                pays,
                alwaysAsk,
                outcome,
                digressionsForbidden);
    }
}
