package io.parley.orderflow.turn;

import io.parley.campaign.State;
import io.parley.orderflow.slot.Keeping;
import io.parley.orderflow.slot.Spelling;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** "Start over, but keep my name and the Moon": what whoever begins again wants to keep. */
final class Kept {

    private Kept() {}

    /**
     * The slots that stay.
     *
     * @param heard canonical values that the words name
     */
    static Set<String> of(Scene scene, Map<String, List<String>> heard, String text) {
        Locale locale = scene.campaign().locale();
        Set<String> named = Keeping.named(locale, text).stream()
                .flatMap(part -> Arrays.stream(part.split("[^\\p{L}]+")))
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return Set.of();
        }
        Set<String> kept = new HashSet<>();
        scene.slots().forEach((slot, values) -> {
            boolean byName = named.stream().anyMatch(word -> Spelling.isNameOf(locale, slot, word));
            if (byName || values.equals(heard.get(slot))) {
                kept.add(slot);
            }
        });
        return kept;
    }

    /** Whether there is anything to lose: something the customer said and would have to say again. */
    static boolean isAnythingAtStake(Scene scene) {
        Set<String> asked = scene.campaign().states().values().stream()
                .map(State::collects)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return scene.slots().keySet().stream().anyMatch(asked::contains);
    }
}
