package io.parley.campaign;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The states of a campaign and the ways between them. Edges to states that do not exist are left out. */
final class FlowGraph {

    private final Campaign campaign;
    private final Map<String, Map<String, Set<String>>> waysPassingOver = new HashMap<>();
    private final Map<String, Set<String>> ahead = new HashMap<>();
    private final Map<String, Set<String>> predecessors = new HashMap<>();

    FlowGraph(Campaign campaign) {
        this.campaign = campaign;
    }

    /** The edges of a state that lead somewhere. */
    List<Edge> edges(String state) {
        return campaign.state(state).next().stream()
                .filter(edge -> campaign.states().containsKey(edge.to()))
                .toList();
    }

    /** The edges that go on with the order: all but those that give up. */
    List<Edge> forward(String state) {
        return edges(state).stream().filter(edge -> !campaign.isLost(edge.to())).toList();
    }

    /** Every state the flow can come to. */
    Set<String> reachable() {
        return campaign.states().containsKey(campaign.start())
                ? reachable(campaign.start(), state -> true)
                : Set.copyOf(campaign.states().keySet());
    }

    /**
     * Every state that can be come to from one, itself included.
     *
     * @param leaving whether a state may be left on the way; where not, it is reached and no farther
     */
    Set<String> reachable(String from, Predicate<State> leaving) {
        return walk(List.of(from), state -> leaving.test(campaign.state(state)) ? successors(state) : List.of());
    }

    /** Every state that can be come to from one, itself included. */
    Set<String> ahead(String state) {
        return ahead.computeIfAbsent(state, from -> reachable(from, it -> true));
    }

    /** How many steps lead from each state to one at least; states from which none do are left out. */
    Map<String, Integer> distancesTo(String target) {
        Map<String, Integer> distances = new HashMap<>(Map.of(target, 0));
        Deque<String> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            String state = open.remove();
            int farther = distances.getOrDefault(state, 0) + 1;
            for (String before : predecessors().getOrDefault(state, Set.of())) {
                if (distances.putIfAbsent(before, farther) == null) {
                    open.add(before);
                }
            }
        }
        return distances;
    }

    /** Every state from which a final one can be reached. */
    Set<String> ending() {
        List<String> finals = campaign.states().values().stream()
                .filter(State::isFinal)
                .map(State::id)
                .toList();
        return walk(finals, state -> predecessors().getOrDefault(state, Set.of()));
    }

    private Map<String, Set<String>> predecessors() {
        if (predecessors.isEmpty()) {
            campaign.states()
                    .keySet()
                    .forEach(from -> successors(from)
                            .forEach(to -> predecessors
                                    .computeIfAbsent(to, key -> new LinkedHashSet<>())
                                    .add(from)));
        }
        return predecessors;
    }

    /**
     * The direct successors of a state by which another, farther one is reached when every state between is passed
     * over: because what it asks for was said before or in the same words, or because its {@code when} is false.
     */
    Set<String> waysPassingOver(String state, String target) {
        return waysPassingOver.computeIfAbsent(state, this::waysPassingOver).getOrDefault(target, Set.of());
    }

    private Map<String, Set<String>> waysPassingOver(String state) {
        Map<String, Set<String>> ways = new LinkedHashMap<>();
        for (Edge edge : forward(state)) {
            Set<String> seen = walk(
                    List.of(edge.to()),
                    passed -> !passed.equals(state) && Passing.isPossible(campaign, campaign.state(passed))
                            ? forward(passed).stream().map(Edge::to).toList()
                            : List.of());
            seen.forEach(target ->
                    ways.computeIfAbsent(target, key -> new LinkedHashSet<>()).add(edge.to()));
        }
        return ways;
    }

    private List<String> successors(String state) {
        return edges(state).stream().map(Edge::to).toList();
    }

    private static Set<String> walk(Collection<String> from, Function<String, Collection<String>> next) {
        Set<String> seen = new LinkedHashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            for (String state : next.apply(open.remove())) {
                if (seen.add(state)) {
                    open.add(state);
                }
            }
        }
        return seen;
    }
}
