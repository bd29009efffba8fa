package io.parley.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds ways round that are gone without a word, since every state on them is passed over. */
final class SilentCycles {

    private final FlowSpace space;
    private final FlowGraph graph;
    private final Answering answering;
    private final Effort effort;

    SilentCycles(FlowSpace space, Effort effort) {
        this.space = space;
        this.graph = space.graph();
        this.answering = new Answering(space);
        this.effort = effort;
    }

    /**
     * Situations in which the flow runs in circles through a state.
     *
     * @param arrived those in which the state is arrived at
     */
    Optional<Region> through(State state, List<Region> arrived) {
        boolean returns = graph.forward(state.id()).stream()
                .anyMatch(edge -> graph.ahead(edge.to()).contains(state.id()));
        return returns
                ? arrived.stream()
                        .flatMap(region -> circle(state, state, region, new ArrayList<>()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Nothing changes on the way, so a situation that comes round comes round for ever. */
    private Optional<Region> circle(State from, State at, Region region, List<String> passed) {
        effort.spend(1);
        if (passed.contains(at.id())) {
            return at.equals(from) ? Optional.of(region) : Optional.empty();
        }
        passed.add(at.id());
        Fork fork = Fork.of(space, at, answering.passed(at, region));
        for (var way : fork.ways().entrySet()) {
            State next = space.campaign().state(way.getKey());
            for (Region onward : way.getValue()) {
                Optional<Region> round =
                        fork.several().contains(onward) ? Optional.empty() : circle(from, next, onward, passed);
                if (round.isPresent()) {
                    return round;
                }
            }
        }
        passed.removeLast();
        return Optional.empty();
    }
}
