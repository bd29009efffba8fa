package io.parley.orderflow.turn;

import io.parley.campaign.State;
import io.parley.orderflow.slot.Spelling;
import java.util.List;
import java.util.Optional;

/** "I want to change the date": finds the state that asked for what a customer names without a new value. */
final class MentionedState {

    private MentionedState() {}

    /** The latest state on the way here that asks for a slot whose name the customer used. */
    static Optional<State> find(Scene scene, String text) {
        List<String> words = List.of(text.split("[^\\p{L}]+"));
        return scene.path().reversed().stream()
                .map(scene.campaign()::state)
                .filter(state -> state.collects().stream()
                        .anyMatch(slot -> words.stream()
                                .anyMatch(word ->
                                        Spelling.isNameOf(scene.campaign().locale(), slot, word))))
                .findFirst();
    }
}
