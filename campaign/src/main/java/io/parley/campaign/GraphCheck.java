package io.parley.campaign;

import java.util.Set;

/** Whether the states hang together. */
final class GraphCheck {

    private final Campaign campaign;
    private final Lines lines;
    private final Report report;
    private final FlowGraph graph;

    GraphCheck(Campaign campaign, Lines lines, Report report) {
        this.campaign = campaign;
        this.lines = lines;
        this.report = report;
        this.graph = new FlowGraph(campaign);
    }

    void check() {
        campaign.states().values().forEach(this::checkEdges);
        checkReach();
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
    }

    private void checkEdges(State state) {
        for (Edge edge : state.next()) {
            if (!campaign.states().containsKey(edge.to())) {
                report.error(
                        lines.of("states", state.id(), "next", edge.to()),
                        "state '" + state.id() + "' leads to '" + edge.to() + "', which does not exist",
                        Suggestion.remedy(edge.to(), campaign.states().keySet()));
            }
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
            if (!ending.contains(state)) {
                report.error(
                        lines.of("states", state),
                        "no way leads from state '" + state + "' to an end",
                        "Let it lead on to a final state");
            }
        }
    }
}
