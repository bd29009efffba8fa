package io.parley.campaign;

import io.parley.campaign.Regions.Beyond;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From which situations a sale can be reached by words: a search backward from the sales, over answers and volunteered values. */
final class Finish {

    private final FlowSpace space;
    private final Map<String, Regions> finishing = new HashMap<>();

    Finish(FlowSpace space, Effort effort) {
        this.space = space;
        space.campaign().states().keySet().forEach(state -> finishing.put(state, new Regions(effort, Beyond.FEWER)));
        follow();
    }

    /** The part of a region from which no sale can be reached in that state. */
    List<Region> trapped(State state, Region region) {
        return regions(state.id()).missing(region);
    }

    /** Whether no situation that finishes is missing. */
    boolean isExact() {
        return finishing.values().stream().allMatch(Regions::isExact);
    }

    /** From the last state to the first, until nothing is gained: mostly once, since flows lead downwards. */
    private void follow() {
        List<State> backward = List.copyOf(space.campaign().states().values()).reversed();
        Map<State, Map<String, List<Region>>> ways = new HashMap<>();
        for (State state : backward) {
            ways.put(state, Fork.of(space, state, List.of(space.everything())).ways());
            if (state.outcome().filter(Outcome.SALE::equals).isPresent()) {
                regions(state.id()).add(space.everything());
            }
        }
        boolean gains = true;
        while (gains) {
            gains = false;
            for (State state : backward) {
                gains |= gain(state, ways.getOrDefault(state, Map.of()));
            }
        }
    }

    private boolean gain(State state, Map<String, List<Region>> ways) {
        Answering answering = new Answering(space);
        Regions finishing = regions(state.id());
        boolean gains = false;
        for (Map.Entry<String, List<Region>> way : ways.entrySet()) {
            for (Region good : regions(way.getKey()).all()) {
                for (Region guard : way.getValue()) {
                    gains |= guard.and(good).stream()
                                    .flatMap(left -> answering.before(state, left).stream())
                                    .map(before -> space.relevant(state.id(), before))
                                    .map(finishing::add)
                                    .filter(Optional::isPresent)
                                    .count()
                            > 0;
                }
            }
        }
        if (gains && finishing.missing(space.everything()).isEmpty()) {
            finishing.replaceBy(space.everything());
        }
        return gains;
    }

    private Regions regions(String state) {
        Regions regions = finishing.get(state);
        if (regions == null) {
            throw new IllegalArgumentException("the flow has no state '" + state + "'");
        }
        return regions;
    }
}
