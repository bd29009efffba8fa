package io.parley.orderflow.turn;

import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Resolve;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an utterance would change if it were a correction. It is read as one only if somebody asks, and once. */
final class Change {

    private static final int SEVERAL = 2;

    private final Scene scene;
    private final Supplier<Extraction> reading;
    private final Supplier<Extraction> bare;
    private @Nullable Extraction read;

    /**
     * @param reading what the words fill when they are read as a correction
     * @param bare what they fill when they are read as an answer, if they say nothing else
     */
    Change(Scene scene, Supplier<Extraction> reading, Supplier<Extraction> bare) {
        this.scene = scene;
        this.reading = reading;
        this.bare = bare;
    }

    /** Whether something that is known, or was asked for and left open, gets another value. */
    boolean isAny() {
        return values().entrySet().stream().anyMatch(this::isChanged);
    }

    /** Whether something that was accepted or declined is named, and added or left out. */
    boolean addsOrDrops(Words words) {
        boolean adds = Resolve.isToAdd(scene.campaign().locale(), words.raw());
        return values().entrySet().stream()
                .filter(value -> scene.campaign().slot(value.getKey()).type() == SlotType.YES_NO)
                .filter(value -> !scene.state().collects().contains(value.getKey()))
                .filter(this::isChanged)
                .anyMatch(value -> adds || value.getValue().equals(List.of("no")));
    }

    /** Whether something that is known is named, with another value or its own. */
    boolean namesWhatIsKnown() {
        return values().keySet().stream().anyMatch(scene.slots()::containsKey);
    }

    /** Whether several things are named that nobody has asked for yet, and nothing else is said. */
    boolean namesSeveralAhead() {
        return bare.get().values().entrySet().stream()
                        .filter(value -> !scene.slots().containsKey(value.getKey()))
                        .filter(value -> !scene.state().collects().contains(value.getKey()))
                        .filter(value -> !isBehind(value.getKey()))
                        .mapToInt(value -> value.getValue().size())
                        .sum()
                >= SEVERAL;
    }

    private Map<String, List<String>> values() {
        Extraction values = read == null ? reading.get() : read;
        read = values;
        return values.values();
    }

    /** Whether it is known otherwise, or was asked for and left open, as extras may be. */
    private boolean isChanged(Map.Entry<String, List<String>> value) {
        List<String> known = scene.slots().get(value.getKey());
        return known == null ? isBehind(value.getKey()) : !known.equals(value.getValue());
    }

    private boolean isBehind(String slot) {
        return scene.path().stream()
                .filter(state -> !state.equals(scene.state().id()))
                .anyMatch(state -> scene.campaign().state(state).collects().contains(slot));
    }
}
