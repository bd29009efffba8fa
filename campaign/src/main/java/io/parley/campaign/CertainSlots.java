package io.parley.campaign;

import io.parley.campaign.Condition.Test;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which slots have a value whenever a state speaks, on whatever way the conversation came there. A slot is certain if it
 * has a default, if every way there leaves a state that requires it, or if a condition on every way needs it.
 *
 * <p>A forward data flow over the graph: what is certain at a state is the intersection over the edges that lead to it.
 */
final class CertainSlots {

    private final Campaign campaign;
    private final FlowGraph graph;
    private final Map<String, Set<String>> onEntry = new HashMap<>();

    CertainSlots(Campaign campaign, FlowGraph graph) {
        this.campaign = campaign;
        this.graph = graph;
        if (campaign.states().containsKey(campaign.start())) {
            follow();
        }
    }

    /** What is certain while a state speaks. Of a state no way leads to, nothing but defaults. */
    Set<String> at(State state) {
        return union(onEntry.getOrDefault(state.id(), anywhere()), implied(state.when()));
    }

    /** What is certain in every state: the slots with a default. */
    Set<String> anywhere() {
        return campaign.slots().values().stream()
                .filter(slot -> slot.initial().isPresent())
                .map(Slot::name)
                .collect(Collectors.toSet());
    }

    private void follow() {
        onEntry.put(campaign.start(), anywhere());
        Deque<String> open = new ArrayDeque<>();
        open.add(campaign.start());
        while (!open.isEmpty()) {
            State from = campaign.state(open.remove());
            for (Edge edge : edges(from)) {
                Set<String> before = onEntry.get(edge.to());
                Set<String> after = new HashSet<>(over(from, edge));
                if (before != null) {
                    after.retainAll(before);
                }
                if (!after.equals(before)) {
                    onEntry.put(edge.to(), after);
                    open.add(edge.to());
                }
            }
        }
    }

    /** The edges that are written, and the way out that a state has without. */
    private List<Edge> edges(State state) {
        List<Edge> written = graph.edges(state.id());
        boolean unwritten = !state.isFinal() && written.stream().noneMatch(edge -> campaign.isLost(edge.to()));
        Optional<Edge> wayOut = unwritten
                ? campaign.states().keySet().stream()
                        .filter(campaign::isLost)
                        .findFirst()
                        .map(lost -> new Edge(lost, Condition.ALWAYS, ""))
                : Optional.empty();
        return Stream.concat(written.stream(), wayOut.stream()).toList();
    }

    /** What is certain after an edge. Giving up leaves a state without an answer; passing over leaves it without asking. */
    private Set<String> over(State from, Edge edge) {
        Set<String> entry = onEntry.getOrDefault(from.id(), Set.of());
        Set<String> asked = union(entry, implied(from.when()));
        if (campaign.isLost(edge.to())) {
            return asked;
        }
        Set<String> passed = from.when().isConditional() ? entry : union(asked, answered(from));
        return union(passed, implied(edge.when()));
    }

    private Set<String> answered(State state) {
        return state.collects().stream()
                .flatMap(name -> Optional.ofNullable(campaign.slots().get(name)).stream())
                .filter(slot -> slot.required() && !slot.keepNever())
                .map(Slot::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> implied(Condition condition) {
        return condition.tests().entrySet().stream()
                .filter(test -> !(test.getValue() instanceof Test.Unknown))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
