package io.parley.campaign;

import io.parley.campaign.Condition.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a flow's conditions can tell apart: its slots with their classes. Slots that no condition looks at are left out, since
 * whether a flow can go on does not depend on them.
 */
final class FlowSpace {

    private final Campaign campaign;
    private final List<SlotClasses> slots = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final FlowGraph graph;
    private final Map<String, Set<String>> slotsAhead = new HashMap<>();
    private final IdentityHashMap<Condition, Optional<Region>> regions = new IdentityHashMap<>();
    private final Region everything;

    /**
     * @param campaign whose flow has no error
     * @throws BoundReachedException if a slot has too many classes
     */
    FlowSpace(Campaign campaign) {
        this.campaign = campaign;
        tests().forEach((slot, tests) -> {
            numbers.put(slot, slots.size());
            slots.add(SlotClasses.of(campaign.slot(slot), tests));
        });
        everything = new Region(slots.stream().mapToLong(SlotClasses::all).toArray());
        graph = new FlowGraph(campaign);
    }

    Campaign campaign() {
        return campaign;
    }

    FlowGraph graph() {
        return graph;
    }

    /** The slots that conditions look at from a state on, or states ask for. */
    Set<String> slotsAhead(String from) {
        return slotsAhead.computeIfAbsent(
                from,
                state -> graph.ahead(state).stream()
                        .map(campaign::state)
                        .flatMap(ahead -> Stream.concat(
                                ahead.collects().stream(),
                                conditions(ahead).flatMap(condition -> condition.tests().keySet().stream())))
                        .collect(Collectors.toSet()));
    }

    /** Every situation there is. */
    Region everything() {
        return everything;
    }

    List<SlotClasses> slots() {
        return List.copyOf(slots);
    }

    /** The slots of a state's {@code collects} that conditions look at, by number. */
    List<Integer> collected(State state) {
        return state.collects().stream()
                .filter(numbers::containsKey)
                .map(numbers::get)
                .toList();
    }

    /** The situations in which a condition holds, if there are any. */
    Optional<Region> where(Condition condition) {
        return regions.computeIfAbsent(condition, this::region);
    }

    private Optional<Region> region(Condition condition) {
        Region region = everything;
        for (Map.Entry<String, Test> test : condition.tests().entrySet()) {
            int slot = numbers.getOrDefault(test.getKey(), -1);
            long passing = region.at(slot) & slots.get(slot).passing(test.getValue());
            if (passing == 0) {
                return Optional.empty();
            }
            region = region.with(slot, passing);
        }
        return Optional.of(region);
    }

    /** The situations of a region in which a condition does not hold. */
    List<Region> whereNot(Condition condition, Region region) {
        return where(condition).map(region::minus).orElse(List.of(region));
    }

    /** The region without slots that nothing looks at or asks for from a state on. */
    Region relevant(String state, Region region) {
        Region relevant = region;
        Set<String> ahead = slotsAhead(state);
        for (int slot = 0; slot < slots.size(); slot++) {
            if (!ahead.contains(slots.get(slot).slot().name())) {
                relevant = relevant.with(slot, everything.at(slot));
            }
        }
        return relevant;
    }

    /** The smallest region that a situation is in. */
    Region around(Map<String, List<String>> values) {
        Region region = everything;
        for (int slot = 0; slot < slots.size(); slot++) {
            SlotClasses classes = slots.get(slot);
            region = region.with(
                    slot, classes.classOf(values.getOrDefault(classes.slot().name(), List.of())));
        }
        return region;
    }

    private Map<String, List<Test>> tests() {
        Map<String, List<Test>> tests = new LinkedHashMap<>();
        campaign.states().values().stream()
                .flatMap(FlowSpace::conditions)
                .forEach(condition -> condition.tests().forEach((slot, test) -> {
                    List<Test> known = tests.computeIfAbsent(slot, key -> new ArrayList<>());
                    if (!known.contains(test)) {
                        known.add(test);
                    }
                }));
        return tests;
    }

    private static Stream<Condition> conditions(State state) {
        return Stream.concat(Stream.of(state.when()), state.next().stream().map(Edge::when));
    }
}
