package io.parley.orderflow.turn;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.orderflow.response.BucketRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the customer may click instead of typing. */
final class Choices {

    private Choices() {}

    /** The options of what is asked, and none of them where it may be left out; yes and no where that is the question; else nothing. */
    static List<String> of(Scene scene, BucketRenderer buckets) {
        if (scene.isTaken()) {
            return List.of();
        }
        List<String> choices = new ArrayList<>(ofQuestion(scene, buckets));
        if (scene.isWaiting() && !scene.state().isFinal()) {
            choices.add(NeverMind.shown(scene.campaign(), buckets));
        }
        return choices;
    }

    private static List<String> ofQuestion(Scene scene, BucketRenderer buckets) {
        if (scene.awaiting().isPresent()) {
            return switch (scene.awaiting().get()) {
                case CALL_BACK_CONSENT, GIVE_UP_CONSENT, RESTART_CONSENT -> yesAndNo(scene, buckets);
                case CALL_BACK_NUMBER, CORRECTION_VALUE -> List.of();
            };
        }
        if (scene.asked().isPresent()) {
            return WhichNames.of(scene, scene.asked().get(), buckets);
        }
        State state = scene.state();
        if (state.isFinal()) {
            return List.of();
        }
        if (state.confirms()) {
            return yesAndNo(scene, buckets);
        }
        Optional<Slot> open = state.collects().stream()
                .map(scene.campaign()::slot)
                .filter(slot -> !scene.slots().containsKey(slot.name()))
                .findFirst();
        return open.map(slot ->
                        slot.type() == SlotType.YES_NO ? yesAndNo(scene, buckets) : options(slot, scene, buckets))
                .orElse(List.of());
    }

    private static List<String> options(Slot slot, Scene scene, BucketRenderer buckets) {
        List<String> options = new ArrayList<>();
        slot.options().values().forEach(option -> options.add(option.say()));
        if (!options.isEmpty() && (slot.optional() || slot.list())) {
            options.add(text("choice-none", scene, buckets));
        }
        return options;
    }

    private static List<String> yesAndNo(Scene scene, BucketRenderer buckets) {
        return List.of(text("choice-yes", scene, buckets), text("choice-no", scene, buckets));
    }

    private static String text(String reply, Scene scene, BucketRenderer buckets) {
        return buckets.reply(reply, scene.known(), scene.choice()).text();
    }
}
