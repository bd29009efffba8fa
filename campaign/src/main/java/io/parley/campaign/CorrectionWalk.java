package io.parley.campaign;

import io.parley.campaign.Regions.Beyond;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a correction leads. The flow is walked from the start as if everything known were said at once, and the first state
 * on the way that has something to ask is asked again. So a correction leads to a situation that a customer could have come
 * to straight away, with one exception: the walk ends without coming upon an open state or the customer's own. Then the
 * customer stays with values by which the flow would not have led there.
 */
final class CorrectionWalk {

    private final FlowSpace space;
    private final FlowGraph graph;
    private final Answering answering;
    private final Effort effort;

    CorrectionWalk(FlowSpace space, Effort effort) {
        this.space = space;
        this.graph = space.graph();
        this.answering = new Answering(space);
        this.effort = effort;
    }

    /** The situations in which a customer stays in a state though the way no longer leads there; more rather than fewer. */
    List<Region> staying(State state) {
        record Stop(State state, Region region) {}
        Campaign campaign = space.campaign();
        List<Region> staying = new ArrayList<>();
        Map<String, Regions> seen = new HashMap<>();
        Deque<Stop> open = new ArrayDeque<>(List.of(new Stop(campaign.state(campaign.start()), space.everything())));
        while (!open.isEmpty()) {
            Stop stop = open.remove();
            Optional<Region> more = seen.computeIfAbsent(stop.state().id(), key -> new Regions(effort, Beyond.MORE))
                    .add(stop.region());
            if (stop.state().equals(state) || more.isEmpty()) {
                continue;
            }
            if (stop.state().isFinal()) {
                staying.add(more.get());
                continue;
            }
            Fork fork = Fork.of(space, stop.state(), complete(stop.state(), more.get(), state));
            staying.addAll(fork.closed());
            staying.addAll(fork.several());
            fork.ways()
                    .forEach(
                            (to, regions) -> regions.forEach(region -> open.add(new Stop(campaign.state(to), region))));
        }
        return staying;
    }

    /**
     * As far as nothing is open there. An order is read back again after it has changed, and what is always heard is open to
     * a customer who cannot have come by.
     */
    private List<Region> complete(State passed, Region region, State current) {
        boolean alwaysHeard = passed.alwaysAsk() || !Passing.isAnswerable(passed);
        boolean open =
                passed.confirms() || (alwaysHeard && !graph.ahead(passed.id()).contains(current.id()));
        return open ? answering.skipped(passed, region) : answering.unchanged(passed, region);
    }
}
