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
     * @return true if the state where the customer is has nothing left to ask: the words answer it, or the change leaves
     *     nothing to ask there
     */
    boolean play(Scene scene, FlowRun run, Extraction heard, String text) {
        Map<String, List<String>> changed = new TreeMap<>(heard.values());
        changed.entrySet().removeIf(value -> isAsItIs(scene, value.getKey(), value.getValue()));
        boolean answersOnly = !changed.isEmpty() && scene.state().collects().containsAll(changed.keySet());
        if (answersOnly && changed.keySet().stream().noneMatch(scene.slots()::containsKey) && !hasGap(scene)) {
            return true;
        }
        if (changed.isEmpty()) {
            if (heard.values().isEmpty()) {
                askWhat(scene, run, heard, text);
            } else {
                scene.understood();
                scene.say(buckets.reply("as-it-is", scene.known(), scene.choice()));
                WayBackQuestion.say(scene, buckets);
            }
            return false;
        }
        scene.understood();
        Map<String, List<String>> before = scene.standing().values();
        boolean isNew = changed.keySet().stream().noneMatch(before::containsKey);
        scene.fill(changed);
        Set<String> amiss = Aftermath.settle(scene, before);
        amiss.addAll(refused(scene, heard));
        scene.say(buckets.reply(isNew ? "noted" : "corrected", scene.known(), scene.choice()));
        if (!reopens(scene, run, amiss)) {
            State current = scene.state();
            if (current.collects().stream().noneMatch(amiss::contains)
                    && Passing.isPassedOver(
                            scene.campaign(), current, scene.standing().values(), scene.filledNow())) {
                return true;
            }
            ask(scene, amiss);
        }
        return false;
    }

    /** Whether it is known so already; what holds by default is not said yet where it is asked for. */
    private static boolean isAsItIs(Scene scene, String slot, List<String> value) {
        boolean asked = scene.state().collects().contains(slot);
        Map<String, List<String>> known =
                asked ? scene.slots() : scene.standing().values();
        return value.equals(known.get(slot));
    }

    /**
     * Goes back where something has to be asked again before the flow goes on, and asks.
     *
     * @param amiss slots whose values could not be taken or kept
     * @return whether there is such a place on the way to where the customer is
     */
    boolean reopens(Scene scene, FlowRun run, Set<String> amiss) {
        Optional<String> open = firstOpen(scene, amiss);
        open.ifPresent(state -> {
            // Also where the customer has not been: what lies between was answered, and is not asked again.
            scene.resumeAt(scene.state().id());
            goTo(scene, run, state);
            ask(scene, amiss);
        });
        return open.isPresent();
    }

    /** Whether something that was asked for on the way has no value any more. */
    private static boolean hasGap(Scene scene) {
        return scene.path().stream()
                .filter(state -> !state.equals(scene.state().id()))
                .map(scene.campaign()::state)
                .anyMatch(state -> state.when().holds(scene.standing().values())
                        && !scene.standing().isComplete(state));
    }

    /** What the customer wants to change has no new value yet, or none that can be taken. */
    private void askWhat(Scene scene, FlowRun run, Extraction heard, String text) {
        Set<String> refused = refused(scene, heard);
        Optional<State> meant = scene.campaign().states().values().stream()
                .filter(state -> state.collects().stream().anyMatch(refused::contains))
                .findFirst()
                .or(() -> MentionedState.find(scene, text));
        if (meant.isPresent()) {
            scene.understood();
            String there = meant.get().id();
            if (scene.path().contains(there) && !there.equals(scene.state().id())) {
                scene.resumeAt(scene.state().id());
            }
            goTo(scene, run, there);
            ask(scene, refused);
        } else {
            scene.say(buckets.reply("correct-what", scene.known(), scene.choice()));
            scene.await(Awaiting.CORRECTION_VALUE);
        }
    }

    /** Asks the state's question; where a value of its own is amiss, by saying so. */
    private void ask(Scene scene, Set<String> amiss) {
        State state = scene.state();
        boolean wrong = state.collects().stream().anyMatch(amiss::contains);
        if (wrong && !state.invalid().isEmpty()) {
            scene.say(buckets.invalid(state, scene.known(), scene.choice()));
        } else if (state.collects().stream().anyMatch(slot -> amiss.contains(slot) && isKnown(scene, slot))) {
            scene.say(buckets.reply("invalid", scene.known(), scene.choice()));
            WayBackQuestion.say(scene, buckets);
        } else {
            scene.say(buckets.say(state, scene.known(), scene.choice()));
        }
    }

    /** A slot that is amiss and still known was given a value that cannot be taken, and keeps the one it had. */
    private static boolean isKnown(Scene scene, String slot) {
        return scene.slots().containsKey(slot);
    }

    /** The slots whose new value cannot be taken, among those that were asked for. */
    private static Set<String> refused(Scene scene, Extraction heard) {
        Set<String> asked = new HashSet<>(scene.state().collects());
        scene.path().forEach(state -> asked.addAll(scene.campaign().state(state).collects()));
        asked.retainAll(heard.invalid().keySet());
        asked.removeAll(heard.values().keySet());
        return asked;
    }

    private static void goTo(Scene scene, FlowRun run, String state) {
        if (state.equals(scene.state().id())) {
            return;
        }
        run.restore(state);
        scene.enter(state);
    }

    /**
     * Walks from the start as if everything known were said at once, and finds the first state that now has something
     * to ask. An order that was read back and has changed is read back again.
     *
     * @return nothing if the way leads to where the customer is
     */
    private static Optional<String> firstOpen(Scene scene, Set<String> amiss) {
        Campaign campaign = scene.campaign();
        Map<String, List<String>> values = scene.standing().values();
        String current = scene.state().id();
        Set<String> seen = new HashSet<>();
        String at = campaign.start();
        while (!at.equals(current) && seen.add(at)) {
            State state = campaign.state(at);
            boolean visited = scene.path().contains(at);
            boolean open = state.confirms()
                    || !scene.standing().isComplete(state)
                    || state.collects().stream().anyMatch(amiss::contains)
                    || (!visited
                            && !Passing.isPassedOver(
                                    campaign, state, values, scene.slots().keySet()));
            if (open && state.when().holds(values)) {
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
