package io.parley.orderflow.turn;

import io.parley.campaign.State;
import io.parley.orderflow.slot.Spelling;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** "I want to change the date": finds the state that asked for what a customer names without a new value. */
final class MentionedState {

    static final int SHORTEST_NAME = 4;

    private MentionedState() {}

    /** The latest state on the way here that asks for a slot whose name the customer used. */
    static Optional<State> find(Scene scene, String text) {
        Set<String> words = Arrays.stream(text.split("[^\\p{L}]+"))
                .map(word -> stem(scene, word))
                .collect(Collectors.toSet());
        return scene.path().reversed().stream()
                .map(scene.campaign()::state)
                .filter(state -> state.collects().stream()
                        .flatMap(slot -> Arrays.stream(slot.split("_")))
                        .filter(name -> name.length() >= SHORTEST_NAME)
                        .anyMatch(name -> words.contains(stem(scene, name))))
                .findFirst();
    }

    static String stem(Scene scene, String said) {
        String word = Spelling.folded(scene.campaign().locale(), said);
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
