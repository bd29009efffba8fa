package io.parley.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which ways lead forward from a state. The one definition of it, for conversations and for those who check them. */
public final class Onward {

    private Onward() {}

    /** The edges that lead forward: all but those that give up. */
    public static List<Edge> forward(Campaign campaign, State state) {
        return state.next().stream().filter(edge -> !campaign.isLost(edge.to())).toList();
    }

    /**
     * The ways that are open: the first with a condition that holds and no other, or else all without a condition.
     *
     * @param values canonical values of the slots that are known, defaults included
     */
    public static List<Edge> open(Campaign campaign, State state, Map<String, List<String>> values) {
        List<Edge> forward = forward(campaign, state);
        Optional<Edge> conditional = forward.stream()
                .filter(edge -> edge.when().isConditional() && edge.when().holds(values))
                .findFirst();
        return conditional
                .map(List::of)
                .orElseGet(() -> forward.stream()
                        .filter(edge -> !edge.when().isConditional())
                        .toList());
    }
}
