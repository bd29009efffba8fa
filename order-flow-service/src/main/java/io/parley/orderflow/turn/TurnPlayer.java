package io.parley.orderflow.turn;

import io.parley.campaign.Edge;
import io.parley.campaign.Passing;
import io.parley.campaign.State;
import io.parley.contracts.model.AnswerReply;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Plays a decision on a scene: fills slots, moves through the flow, and says what is to be said. Pure but for the scene:
 * no I/O, no clock, no chance.
 */
@Component
final class TurnPlayer {

    /** Who says nothing for so long has been doing something else. */
    private static final Duration AWAY = Duration.ofMinutes(30);

    private final BucketRenderer buckets;
    private final Digression digression;
    private final Correction correction;
    private final PersonWish person;

    TurnPlayer(BucketRenderer buckets, PolicyProperties policy) {
        this.buckets = buckets;
        this.digression = new Digression(buckets, policy.maxObjections());
        this.correction = new Correction(buckets);
        this.person = new PersonWish(buckets, policy.maxMisses());
    }

    /** How far a turn got. */
    sealed interface Played {

        /** Everything is said. */
        record Done() implements Played {}

        /** The customer may go on to that state once the payment provider approves. */
        record PaymentDue(String to) implements Played {}
    }

    /**
     * @param words what was said
     * @param heard the slots the words filled or failed to fill
     * @param answer what the memory recalled, where it was asked
     */
    Played play(
            Scene scene, FlowRun run, Decision decision, Words words, Extraction heard, Optional<AnswerReply> answer) {
        welcomeBack(scene);
        switch (decision) {
            case Decision.Advance advance -> {
                return advance(scene, run, advance.to(), heard);
            }
            case Decision.Correct correct -> {
                return correction.play(scene, run, heard, words.raw())
                        ? advanceIfAnswered(scene, run, heard)
                        : new Played.Done();
            }
            case Decision.GiveUp giveUp -> giveUp(scene, run, giveUp.to());
            case Decision.SeemToGiveUp seeming -> {
                scene.understood();
                scene.say(buckets.reply("give-up-sure", scene.known(), scene.choice()));
                scene.await(Awaiting.GIVE_UP_CONSENT);
            }
            case Decision.Stay stay -> {
                if (!reopens(scene, run, heard.values())) {
                    askAgain(scene, heard, scene.misses() > 0);
                }
            }
            case Decision.NotUnderstood notUnderstood -> {
                if (!reopens(scene, run, heard.values())) {
                    askAgain(scene, heard, heard.values().isEmpty());
                }
            }
            case Decision.AskWhich doubt -> {
                boolean fills = doubt.which().slot() != null;
                if (!fills || !reopens(scene, run, heard.values())) {
                    askWhich(scene, doubt.which());
                }
            }
            case Decision.Ask ask -> digression.question(scene, answer);
            case Decision.Hesitate hesitate -> digression.hesitation(scene, answer);
            case Decision.Back back -> goBack(scene, run);
            case Decision.Restart restart -> restart(scene, run, heard, words);
            case Decision.Repeat repeat -> repeat(scene);
            case Decision.HandOff handOff -> person.play(scene);
            case Decision.Wait wait -> person.stillWaiting(scene);
            case Decision.Silence silence -> {
                scene.say(buckets.rung("no-input", scene.misses(), scene.known()));
                scene.missed();
            }
            case Decision.ModelSilent modelSilent ->
                scene.say(buckets.reply("model-slow", scene.known(), scene.choice()));
        }
        return new Played.Done();
    }

    /**
     * Plays the answer to a question of ours.
     *
     * @return the number a colleague shall call, if there is one now
     */
    Optional<String> playAside(Scene scene, FlowRun run, Awaiting asked, Aside aside) {
        welcomeBack(scene);
        switch (asked) {
            case CALL_BACK_CONSENT, CALL_BACK_NUMBER -> {
                return person.heard(scene, asked, aside);
            }
            case GIVE_UP_CONSENT -> {
                if (aside.yes()) {
                    scene.campaign().wayOut(scene.state()).ifPresent(lost -> giveUp(scene, run, lost));
                } else {
                    goOn(scene);
                }
            }
            case RESTART_CONSENT -> {
                scene.understood();
                if (aside.yes()) {
                    beginAgain(scene, run, Set.of());
                } else {
                    goOn(scene);
                }
            }
            case CORRECTION_VALUE -> throw new IllegalStateException("what to change is never said aside");
        }
        return Optional.empty();
    }

    private void goOn(Scene scene) {
        scene.understood();
        scene.say(buckets.reply("give-up-not", scene.known(), scene.choice()));
        WayBackQuestion.say(scene, buckets);
    }

    /** Whether the words say that the customer does not want to wait for a person any more. */
    boolean isNeverMind(Scene scene, Words words) {
        return NeverMind.isSaid(words, scene.campaign(), buckets);
    }

    /** The customer does not wait for a person any more. */
    void neverMind(Scene scene) {
        welcomeBack(scene);
        person.neverMind(scene);
    }

    /** The customer waits for a person, and leaves a number to be called instead. */
    Optional<String> leaveNumber(Scene scene, Aside aside) {
        welcomeBack(scene);
        return person.heard(scene, Awaiting.CALL_BACK_NUMBER, aside);
    }

    /**
     * Goes on where the customer was before a person talked with them, or behind what that person has found out.
     *
     * @param found what they found out, by slot
     */
    void resume(Scene scene, FlowRun run, Map<String, List<String>> found) {
        if (reopens(scene, run, found)) {
            return;
        }
        State state = scene.state();
        boolean answered = state.collects().stream().anyMatch(found::containsKey)
                && scene.standing().isComplete(state)
                && !state.pays();
        Optional<Edge> onward = answered ? Route.single(scene.campaign(), state, scene.standing()) : Optional.empty();
        if (onward.isPresent() && leave(scene, run, onward.get().to())) {
            if (!scene.state().isFinal()) {
                arrive(scene, run);
                return;
            }
            // Nothing is ordered, and nothing lost, that the customer has not said so.
            run.restore(state.id());
            scene.path().removeLast();
            scene.enter(state.id());
        }
        WayBackQuestion.say(scene, buckets);
    }

    /** Ends in a sale that was made by an earlier turn, of which nothing but the order is left. */
    void tellOfSale(Scene scene, FlowRun run, String sale) {
        scene.paid();
        scene.path().add(run.state());
        run.restore(sale);
        scene.forgetSecrets();
        arrive(scene, run);
    }

    /** What is said to somebody who goes on talking after the end. */
    String afterTheEnd(Scene scene) {
        return buckets.reply("ended", scene.known(), scene.choice()).text();
    }

    /** Whoever left in the middle of an order and comes back is greeted before anything else. */
    private void welcomeBack(Scene scene) {
        boolean underWay = scene.before().turn() > 0;
        if (underWay && !scene.before().updatedAt().plus(AWAY).isAfter(scene.now())) {
            scene.say(buckets.reply("resume", scene.known(), scene.choice()));
        }
    }

    /** Says that it did not work, without a word of what failed; from the second time in a row on a person is offered. */
    void excuse(Scene scene) {
        scene.say(buckets.reply("model-slow", scene.known(), scene.choice()));
        scene.missed();
        if (scene.misses() > 1) {
            person.offer(scene);
        }
    }

    /** Goes on after the payment provider has spoken. */
    void settle(Scene scene, FlowRun run, String to, PaymentResult result) {
        State paying = scene.state();
        switch (result) {
            case PaymentResult.Approved approved -> {
                scene.paid();
                leave(scene, run, to);
                scene.forgetSecrets();
                arrive(scene, run);
            }
            case PaymentResult.Declined declined -> {
                forgetCards(scene, paying);
                scene.say(buckets.declined(paying, scene.known(), scene.choice()));
            }
            case PaymentResult.TimedOut timedOut -> {
                forgetCards(scene, paying);
                scene.say(buckets.reply("payment-timeout", scene.known(), scene.choice()));
            }
        }
    }

    /** Fills slots; asks again for what they contradict, if that was before. */
    private boolean reopens(Scene scene, FlowRun run, Map<String, List<String>> values) {
        Map<String, List<String>> before = scene.standing().values();
        scene.fill(values);
        Set<String> amiss = Aftermath.settle(scene, before);
        return !amiss.isEmpty() && correction.reopens(scene, run, amiss);
    }

    private Played advance(Scene scene, FlowRun run, String named, Extraction heard) {
        if (reopens(scene, run, heard.values())) {
            return new Played.Done();
        }
        State from = scene.state();
        boolean asks = from.when().holds(scene.standing().values());
        Optional<Edge> edge = Route.resolve(scene.campaign(), from, named, scene.standing());
        boolean refused = from.collects().stream()
                .anyMatch(slot ->
                        heard.invalid().containsKey(slot) && !scene.filledNow().contains(slot));
        if (edge.isEmpty() || refused || (asks && !scene.standing().isComplete(from))) {
            askAgain(scene, heard, true);
            return new Played.Done();
        }
        scene.understood();
        if (from.pays() && asks) {
            return new Played.PaymentDue(edge.get().to());
        }
        if (leave(scene, run, edge.get().to())) {
            arrive(scene, run);
        } else {
            askAgain(scene, heard, true);
        }
        return new Played.Done();
    }

    /** A correction that answers the question as well, or leaves nothing to ask here. */
    private Played advanceIfAnswered(Scene scene, FlowRun run, Extraction heard) {
        return Route.single(scene.campaign(), scene.state(), scene.standing())
                .map(edge -> advance(scene, run, edge.to(), heard))
                .orElseGet(() -> {
                    askAgain(scene, heard, false);
                    return new Played.Done();
                });
    }

    /** Moves, and on over every state that has nothing to ask. */
    private static boolean leave(Scene scene, FlowRun run, String to) {
        String from = run.state();
        if (!run.move(to, scene.standing())) {
            return false;
        }
        scene.path().add(from);
        for (int passed = 0; passed < scene.campaign().states().size(); passed++) {
            State reached = scene.campaign().state(run.state());
            if (scene.resumeAt().filter(run.state()::equals).isPresent()) {
                scene.resumeAt(null);
                break;
            }
            if (!isPassedOver(scene, reached)) {
                break;
            }
            Optional<Edge> onward = Route.single(scene.campaign(), reached, scene.standing());
            if (onward.isEmpty() || !run.move(onward.get().to(), scene.standing())) {
                break;
            }
        }
        scene.enter(run.state());
        return true;
    }

    /** After a correction that led back, states that were already asked are not asked again on the way forward. */
    private static boolean isPassedOver(Scene scene, State reached) {
        Set<String> answered = scene.resumeAt().isPresent() && scene.path().contains(reached.id())
                ? scene.standing().values().keySet()
                : scene.filledNow();
        return Passing.isPassedOver(scene.campaign(), reached, scene.standing().values(), answered);
    }

    private void arrive(Scene scene, FlowRun run) {
        scene.enter(run.state());
        scene.understood();
        scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
    }

    /**
     * Stays, and helps: says what is wrong with a value, asks for the rest where something was said, if only about what
     * comes later, or climbs the ladder of rephrasings until a person is offered.
     *
     * @param missed whether the utterance counts as not understood
     */
    private void askAgain(Scene scene, Extraction heard, boolean missed) {
        State state = scene.state();
        boolean partly = !heard.values().isEmpty();
        boolean invalid = state.collects().stream()
                .anyMatch(slot ->
                        heard.invalid().containsKey(slot) && !heard.values().containsKey(slot));
        if (invalid) {
            scene.say(buckets.invalid(state, scene.known(), scene.choice()));
            return;
        }
        if (partly || !missed) {
            if (!partly) {
                scene.missed();
            }
            scene.say(buckets.say(state, scene.known(), scene.choice()));
            return;
        }
        scene.say(buckets.rung("no-match", scene.misses(), scene.known()));
        scene.missed();
        if (scene.misses() >= person.offeredAfter()) {
            person.offer(scene);
        } else {
            WayBackQuestion.say(scene, buckets);
        }
    }

    /** It counts as not understood, so that whoever is asked again and again is offered a person. */
    private void askWhich(Scene scene, Session.Which which) {
        List<String> names = WhichNames.of(scene, which, buckets);
        scene.say(buckets.which(names.getFirst(), names.getLast(), scene.known(), scene.choice()));
        scene.ask(which);
        scene.missed();
    }

    private void giveUp(Scene scene, FlowRun run, String to) {
        run.move(to, scene.standing());
        arrive(scene, run);
    }

    private void goBack(Scene scene, FlowRun run) {
        scene.understood();
        if (!scene.path().isEmpty()) {
            run.restore(scene.path().removeLast());
            scene.enter(run.state());
            scene.say(buckets.reply("back", scene.known(), scene.choice()));
        }
        scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
    }

    /** Begins again with what the customer wants to keep; who says nothing of that is asked once before all is lost. */
    private void restart(Scene scene, FlowRun run, Extraction heard, Words words) {
        scene.understood();
        Set<String> kept = Kept.of(scene, heard.values(), words.raw());
        if (kept.isEmpty() && Kept.isAnythingAtStake(scene)) {
            scene.say(buckets.reply("restart-sure", scene.known(), scene.choice()));
            scene.await(Awaiting.RESTART_CONSENT);
        } else {
            beginAgain(scene, run, kept);
        }
    }

    private void beginAgain(Scene scene, FlowRun run, Set<String> kept) {
        scene.forgetAllBut(kept);
        run.restore(scene.campaign().start());
        scene.enter(run.state());
        if (isPassedOver(scene, scene.state())) {
            Route.single(scene.campaign(), scene.state(), scene.standing())
                    .ifPresent(edge -> leave(scene, run, edge.to()));
        }
        scene.say(buckets.reply(kept.isEmpty() ? "restarted" : "restarted-keeping", scene.known(), scene.choice()));
        WayBackQuestion.say(scene, buckets);
    }

    private void repeat(Scene scene) {
        scene.understood();
        scene.say(buckets.reply("repeat", scene.known(), scene.choice()));
        scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
    }

    private static void forgetCards(Scene scene, State paying) {
        paying.collects().stream()
                .filter(slot -> scene.campaign().slot(slot).keepNever())
                .forEach(scene::forget);
    }
}
