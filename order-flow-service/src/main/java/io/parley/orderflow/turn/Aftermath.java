package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Slot;
import io.parley.campaign.State;
import io.parley.orderflow.flow.Ahead;
import io.parley.orderflow.slot.SlotLimits;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no longer holds once slots have new values: it is forgotten, and nothing else is. */
final class Aftermath {

    private Aftermath() {}

    /**
     * Forgets values that lie on the wrong side of what has just been filled, and those that a change leaves nobody to
     * ask for.
     *
     * @param before what was known before
     * @return the slots whose values had to go although they are wanted: they have to be asked for again
     */
    static Set<String> settle(Scene scene, Map<String, List<String>> before) {
        Set<String> filled = differences(before, scene.standing().values());
        Set<String> reopened = forgetOutOfBounds(scene, filled);
        if (filled.stream().anyMatch(before::containsKey)) {
            forgetUnwanted(scene, before);
        }
        if (!reopened.isEmpty()) {
            reopened.retainAll(wanted(scene, scene.standing().values()));
        }
        return reopened;
    }

    private static Set<String> differences(Map<String, List<String>> before, Map<String, List<String>> after) {
        return after.entrySet().stream()
                .filter(value -> !value.getValue().equals(before.get(value.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> forgetOutOfBounds(Scene scene, Set<String> filled) {
        Set<String> forgotten = new HashSet<>();
        Deque<String> bounds = new ArrayDeque<>(filled);
        while (!bounds.isEmpty()) {
            String bound = bounds.remove();
            for (Slot slot : scene.campaign().slots().values()) {
                if (isBoundBy(slot, bound) && isRefused(scene, slot)) {
                    scene.forget(slot.name());
                    forgotten.add(slot.name());
                    bounds.add(slot.name());
                }
            }
        }
        return forgotten;
    }

    private static boolean isBoundBy(Slot slot, String bound) {
        return Stream.concat(slot.limits().after().stream(), slot.limits().before().stream())
                .anyMatch(bound::equals);
    }

    private static boolean isRefused(Scene scene, Slot slot) {
        Campaign campaign = scene.campaign();
        ZonedDateTime now = scene.now().atZone(campaign.timezone());
        return scene.slots().getOrDefault(slot.name(), List.of()).stream()
                .anyMatch(value -> SlotLimits.accepts(
                                campaign, slot, value, scene.standing().values(), now)
                        .isPresent());
    }

    /** What is forgotten may be what another condition looks at, so until nothing changes any more. */
    private static void forgetUnwanted(Scene scene, Map<String, List<String>> before) {
        Map<String, List<String>> earlier = before;
        Map<String, List<String>> now = scene.standing().values();
        while (!now.equals(earlier)) {
            Set<String> gone = new HashSet<>(wanted(scene, earlier));
            gone.removeAll(wanted(scene, now));
            gone.stream().filter(scene.slots()::containsKey).forEach(scene::forget);
            earlier = new HashMap<>(now);
            now = scene.standing().values();
        }
    }

    private static Set<String> wanted(Scene scene, Map<String, List<String>> values) {
        State start = scene.campaign().state(scene.campaign().start());
        return Ahead.of(scene.campaign(), start, values);
    }
}
