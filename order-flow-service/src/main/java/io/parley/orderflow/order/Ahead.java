package io.parley.orderflow.order;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.State;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks down the flow. */
final class Ahead {

    private Ahead() {}

    /** The slots that a state or one that may follow it collects; states whose {@code when} is false ask for nothing. */
    static Set<String> of(Campaign campaign, State from, Map<String, List<String>> values) {
        Set<String> slots = new HashSet<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(from.id()));
        Deque<State> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            State state = open.remove();
            if (state.when().holds(values)) {
                slots.addAll(state.collects());
            }
            state.next().stream()
                    .map(Edge::to)
                    .filter(seen::add)
                    .map(campaign::state)
                    .forEach(open::add);
        }
        return slots;
    }
}
