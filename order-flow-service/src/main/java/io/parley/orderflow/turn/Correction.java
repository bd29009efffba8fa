package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Edge;
import io.parley.campaign.Passing;
import io.parley.campaign.State;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The customer changes something said before: the slot takes the new value and what follows from it is asked again. */
final class Correction {

    private final BucketRenderer buckets;

    Correction(BucketRenderer buckets) {
        this.buckets = buckets;
    }

    /**
     * @return true if nothing said before changed and the words simply answer the current question
     */
    boolean play(Scene scene, FlowRun run, Extraction heard, String text) {
        Map<String, List<String>> changed = new TreeMap<>(heard.values());
        changed.entrySet()
                .removeIf(value -> value.getValue().equals(scene.slots().get(value.getKey())));
        boolean answersOnly = !changed.isEmpty() && scene.state().collects().containsAll(changed.keySet());
        if (answersOnly && changed.keySet().stream().noneMatch(scene.slots()::containsKey)) {
            return true;
        }
        if (!changed.isEmpty()) {
            scene.understood();
            scene.fill(changed);
            scene.say(buckets.reply("corrected", scene.known(), scene.choice()));
            goTo(scene, run, firstUnanswered(scene).orElse(scene.state().id()));
            scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
            return false;
        }
        Optional<State> meant = refusedIn(scene, heard).or(() -> MentionedState.find(scene, text));
        if (meant.isPresent()) {
            scene.understood();
            goTo(scene, run, meant.get().id());
            scene.say(
                    heard.invalid().isEmpty()
                            ? buckets.say(scene.state(), scene.known(), scene.choice())
                            : buckets.invalid(scene.state(), scene.known(), scene.choice()));
        } else {
            scene.say(buckets.reply("correct-what", scene.known(), scene.choice()));
            scene.await(Awaiting.CORRECTION_VALUE);
        }
        return false;
    }

    /** The state that asks for a slot whose new value cannot be taken. */
    private static Optional<State> refusedIn(Scene scene, Extraction heard) {
        return scene.campaign().states().values().stream()
                .filter(state -> state.collects().stream().anyMatch(heard.invalid()::containsKey))
                .filter(state -> scene.path().contains(state.id()) || state.equals(scene.state()))
                .findFirst();
    }

    private static void goTo(Scene scene, FlowRun run, String state) {
        if (state.equals(scene.state().id())) {
            return;
        }
        if (scene.path().contains(state)) {
            scene.resumeAt(scene.state().id());
        }
        run.restore(state);
        scene.enter(state);
    }

    /**
     * Walks from the start as if everything known were said at once, and finds the first state that now has something
     * to ask.
     *
     * @return nothing if the way leads to where the customer is
     */
    private static Optional<String> firstUnanswered(Scene scene) {
        Campaign campaign = scene.campaign();
        String current = scene.state().id();
        Set<String> seen = new HashSet<>();
        String at = campaign.start();
        while (!at.equals(current) && seen.add(at)) {
            State state = campaign.state(at);
            boolean visited = scene.path().contains(at);
            boolean skipped = Passing.isPassedOver(campaign, state, scene.standing().values(), scene.filledNow());
            if (state.when().holds(scene.standing().values())
                    && (!scene.standing().isComplete(state) || (!visited && !skipped))) {
                return Optional.of(at);
            }
            Optional<Edge> onward = Route.single(campaign, state, scene.standing())
                    .or(() -> Route.forward(campaign, state).stream()
                            .filter(edge -> scene.path().contains(edge.to())
                                    || edge.to().equals(current))
                            .findFirst());
            if (onward.isEmpty()) {
                return Optional.empty();
            }
            at = onward.get().to();
        }
        return Optional.empty();
    }
}
