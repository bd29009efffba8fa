package io.parley.campaign;

import io.parley.campaign.Regions.Beyond;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which situations each state can be arrived at, whatever customers say and in whatever order. No way there is left out; of
 * slots that no condition ahead looks at, more may be in than can happen.
 *
 * <p>A search forward from the start: a state's situations part where it is left, and meet again at the next states. Corrections
 * mostly lead nowhere else: see {@link CorrectionWalk}.
 */
final class Reach {

    private final FlowSpace space;
    private final Answering answering;
    private final Effort effort;
    private final Map<String, Regions> arrived = new LinkedHashMap<>();

    Reach(FlowSpace space, Effort effort) {
        this.space = space;
        this.answering = new Answering(space);
        this.effort = effort;
        follow();
    }

    /** The situations in which a state is arrived at. */
    List<Region> at(State state) {
        Regions regions = arrived.get(state.id());
        return regions == null ? List.of() : regions.all();
    }

    /** How the state is left by those who heard it. */
    Fork answered(State state) {
        return Fork.of(space, state, each(state, answering::answered));
    }

    /** How the state is passed over by those whom its condition excludes. */
    Fork skipped(State state) {
        return Fork.of(space, state, each(state, answering::skipped));
    }

    private void follow() {
        record Arrival(State state, Region region) {}
        Campaign campaign = space.campaign();
        Deque<Arrival> open = new ArrayDeque<>();
        State start = campaign.state(campaign.start());
        arrived.computeIfAbsent(start.id(), key -> new Regions(effort, Beyond.MORE))
                .add(space.everything());
        open.add(new Arrival(start, space.everything()));
        while (!open.isEmpty()) {
            Arrival arrival = open.remove();
            if (arrival.state().isFinal()) {
                continue;
            }
            List<Region> leaving = new ArrayList<>(answering.answered(arrival.state(), arrival.region()));
            leaving.addAll(answering.skipped(arrival.state(), arrival.region()));
            Fork.of(space, arrival.state(), leaving)
                    .ways()
                    .forEach((to, regions) -> regions.forEach(region -> {
                        arrived.computeIfAbsent(to, key -> new Regions(effort, Beyond.MORE))
                                .add(space.relevant(to, region))
                                .ifPresent(more -> open.add(new Arrival(campaign.state(to), more)));
                    }));
        }
    }

    private List<Region> each(State state, Turn turn) {
        return at(state).stream()
                .flatMap(region -> turn.of(state, region).stream())
                .toList();
    }

    /** What becomes of a situation in a state. */
    private interface Turn {
        List<Region> of(State state, Region region);
    }
}
