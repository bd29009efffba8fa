package io.parley.campaign;

import io.parley.campaign.Condition.Test;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the states hang together. */
final class GraphCheck {

    private final Campaign campaign;
    private final FlowGraph graph;
    private final Lines lines;
    private final Report report;

    GraphCheck(Campaign campaign, FlowGraph graph, Lines lines, Report report) {
        this.campaign = campaign;
        this.graph = graph;
        this.lines = lines;
        this.report = report;
    }

    void check() {
        for (State state : campaign.states().values()) {
            checkEdges(state);
            checkIsAsked(state);
        }
        checkReach();
        checkEnds();
    }

    private void checkEdges(State state) {
        for (Edge edge : state.next()) {
            int line = lines.of("states", state.id(), "next", edge.to());
            if (!campaign.states().containsKey(edge.to())) {
                report.error(
                        line,
                        "state '" + state.id() + "' leads to '" + edge.to() + "', which does not exist",
                        Suggestion.remedy(edge.to(), campaign.states().keySet()));
            } else if (edge.to().equals(state.id())) {
                report.warning(
                        line,
                        "state '" + state.id() + "' leads to itself",
                        "Take it out: every state may stay where it is");
            }
        }
        checkWayOut(state);
    }

    /** A state whose every way on has a condition is a dead end where none of them holds. */
    private void checkWayOut(State state) {
        List<Edge> edges = graph.edges(state.id());
        boolean always = edges.isEmpty()
                || edges.stream().anyMatch(edge -> !edge.when().isConditional())
                || coverEverything(edges);
        if (!always) {
            report.warning(
                    lines.of("states", state.id(), "next"),
                    "every way out of state '" + state.id() + "' has a condition, and perhaps none holds",
                    "Add one without 'when'");
        }
    }

    /** Whether the edges split on the values of one slot and leave none out. */
    private boolean coverEverything(List<Edge> edges) {
        Set<String> slots = new HashSet<>();
        Set<String> covered = new HashSet<>();
        for (Edge edge : edges) {
            slots.addAll(edge.when().tests().keySet());
            for (Test test : edge.when().tests().values()) {
                if (test instanceof Test.OneOf(List<String> values)) {
                    covered.addAll(values);
                }
            }
        }
        if (slots.size() != 1) {
            return false;
        }
        Slot slot = campaign.slot(slots.iterator().next());
        return switch (slot.type()) {
            case CHOICE -> covered.containsAll(slot.options().keySet());
            case YES_NO -> covered.containsAll(List.of("yes", "no"));
            case INTEGER, NUMBER, MONEY, DATE, TIME, DATE_TIME, PERSON_NAME, PLACE, EMAIL, PHONE, CARD_NUMBER, TEXT ->
                false;
        };
    }

    /** The start is heard before anything is passed over. */
    private void checkIsAsked(State state) {
        if (!state.id().equals(campaign.start()) && Passing.isCertain(campaign, state)) {
            report.warning(
                    lines.of("states", state.id()),
                    "state '" + state.id() + "' requires nothing and will always be passed over",
                    "Add always-ask: true, or let it collect a slot that is neither optional nor defaulted");
        }
    }

    private void checkReach() {
        Set<String> reachable = graph.reachable();
        Set<String> ending = graph.ending();
        for (String state : campaign.states().keySet()) {
            if (!reachable.contains(state)) {
                report.error(
                        lines.of("states", state),
                        "no way leads to state '" + state + "'",
                        "Name it in the 'next' of another state, or take it out");
            }
            boolean leadsOn = !graph.edges(state).isEmpty();
            if (leadsOn && !ending.contains(state)) {
                report.error(
                        lines.of("states", state),
                        "no way leads from state '" + state + "' to an end",
                        "Let it lead on to a final state");
            }
        }
    }

    private void checkEnds() {
        for (Outcome outcome : Outcome.values()) {
            boolean there = campaign.states().values().stream()
                    .anyMatch(state -> state.outcome().filter(outcome::equals).isPresent());
            if (!there) {
                report.error(
                        lines.of("states"),
                        "no final state has the outcome " + outcome.label(),
                        "Add one with final: true and outcome: " + outcome.label());
            }
        }
        boolean endsAtOnce = Optional.ofNullable(campaign.states().get(campaign.start()))
                .filter(State::isFinal)
                .isPresent();
        if (endsAtOnce) {
            report.error(lines.of("start"), "the flow starts in a final state", "Start where the customer is greeted");
        }
    }
}
