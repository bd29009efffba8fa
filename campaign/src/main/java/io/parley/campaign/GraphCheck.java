package io.parley.campaign;

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
