package io.parley.orderflow.flow;

import io.parley.campaign.Campaign;
import io.parley.campaign.Condition;
import io.parley.campaign.Edge;
import io.parley.campaign.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks down the flow. */
public final class Ahead {

    private Ahead() {}

    /** The slots that may still be asked for: by this state, or by one that what is known does not rule out after it. */
    public static Set<String> of(Campaign campaign, State from, Map<String, List<String>> values) {
        Set<String> slots = new HashSet<>();
        Set<String> seen = new HashSet<>(Set.of(from.id()));
        Deque<State> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            State state = open.remove();
            if (mayHold(state.when(), values)) {
                slots.addAll(state.collects());
            }
            possible(campaign, state, values).stream()
                    .map(Edge::to)
                    .filter(seen::add)
                    .map(campaign::state)
                    .forEach(open::add);
        }
        return slots;
    }

    /** The ways on that may be taken; one whose condition holds for certain closes those without. */
    private static List<Edge> possible(Campaign campaign, State state, Map<String, List<String>> values) {
        List<Edge> possible = new ArrayList<>();
        List<Edge> forward = Route.forward(campaign, state);
        for (Edge edge : forward) {
            if (edge.when().isConditional() && mayHold(edge.when(), values)) {
                possible.add(edge);
                if (values.keySet().containsAll(edge.when().tests().keySet())) {
                    return possible;
                }
            }
        }
        forward.stream().filter(edge -> !edge.when().isConditional()).forEach(possible::add);
        return possible;
    }

    /** Whether every test passes, or may yet, since its slot is unknown. */
    private static boolean mayHold(Condition condition, Map<String, List<String>> values) {
        return condition.tests().entrySet().stream()
                .allMatch(test ->
                        !values.containsKey(test.getKey()) || test.getValue().passes(values.get(test.getKey())));
    }
}
