package io.parley.orderflow.order;

import io.parley.campaign.Campaign;
import io.parley.campaign.Condition;
import io.parley.campaign.Edge;
import io.parley.campaign.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks down the flow. */
final class Ahead {

    private Ahead() {}

    /** The slots that may still be asked for: by this state, or by one that what is known does not rule out after it. */
    static Set<String> of(Campaign campaign, State from, Map<String, List<String>> values) {
        Set<String> slots = new HashSet<>();
        Set<String> seen = new HashSet<>(Set.of(from.id()));
        Deque<State> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            State state = open.remove();
            if (mayHold(state.when(), values)) {
                slots.addAll(state.collects());
            }
            state.next().stream()
                    .filter(edge -> mayHold(edge.when(), values))
                    .map(Edge::to)
                    .filter(seen::add)
                    .map(campaign::state)
                    .forEach(open::add);
        }
        return slots;
    }

    /** Whether every test passes, or may yet, since its slot is unknown. */
    private static boolean mayHold(Condition condition, Map<String, List<String>> values) {
        return condition.tests().entrySet().stream()
                .allMatch(test ->
                        !values.containsKey(test.getKey()) || test.getValue().passes(values.get(test.getKey())));
    }
}
