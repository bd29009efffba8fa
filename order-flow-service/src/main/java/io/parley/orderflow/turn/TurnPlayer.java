package io.parley.orderflow.turn;

import io.parley.campaign.Edge;
import io.parley.campaign.State;
import io.parley.contracts.model.AnswerReply;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
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
    private final Walk walk;
    private final AskingAgain asking;
    private final TurningBack turningBack;

    TurnPlayer(BucketRenderer buckets, PolicyProperties policy) {
        this.buckets = buckets;
        this.digression = new Digression(buckets, policy.maxObjections());
        this.correction = new Correction(buckets);
        this.person = new PersonWish(buckets, policy.maxMisses());
        this.walk = new Walk(buckets);
        this.asking = new AskingAgain(buckets, person);
        this.turningBack = new TurningBack(buckets);
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
            case Decision.AdvanceAsking both -> {
                answer.ifPresent(reply -> digression.tell(scene, reply));
                return advance(scene, run, both.to(), heard);
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
                    asking.ask(scene, heard, scene.misses() > 0);
                }
            }
            case Decision.NotUnderstood notUnderstood -> {
                if (!reopens(scene, run, heard.values())) {
                    asking.ask(scene, heard, heard.values().isEmpty());
                }
            }
            case Decision.Agree agree -> asking.askForOne(scene);
            case Decision.AskWhich doubt -> {
                boolean fills = doubt.which().slot() != null;
                if (!fills || !reopens(scene, run, heard.values())) {
                    asking.askWhich(scene, doubt.which());
                }
            }
            case Decision.Ask ask -> question(scene, run, ask, heard, answer);
            case Decision.Hesitate hesitate ->
                digression.hesitation(scene, answer, () -> goesOn(scene, run, hesitate.besides()));
            case Decision.Back back -> turningBack.goBack(scene, run);
            case Decision.Restart restart -> turningBack.restart(scene, run, heard, words);
            case Decision.Repeat repeat -> turningBack.repeat(scene);
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

    /** What no fact answers and what fails as an answer to ours was no question. */
    private void question(Scene scene, FlowRun run, Decision.Ask ask, Extraction heard, Optional<AnswerReply> answer) {
        if (digression.isAnswered(scene, answer, () -> goesOn(scene, run, ask.besides()))) {
            return;
        }
        if (AskingAgain.isRefused(scene, heard)) {
            asking.ask(scene, heard, false);
        } else {
            digression.unanswered(scene);
        }
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
                    turningBack.beginAgain(scene, run, Set.of());
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

    /** The customer left a number that cannot be rung. */
    void refuseNumber(Scene scene) {
        welcomeBack(scene);
        person.refuseNumber(scene);
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
        if (!goesOn(scene, run, found)) {
            WayBackQuestion.say(scene, buckets);
        }
    }

    /**
     * Fills slots, and goes on where they answer what the state asks for.
     *
     * @return whether that led somewhere, where the question is asked already
     */
    private boolean goesOn(Scene scene, FlowRun run, Map<String, List<String>> values) {
        if (reopens(scene, run, values)) {
            return true;
        }
        State state = scene.state();
        boolean answered = state.collects().stream().anyMatch(values::containsKey)
                && scene.standing().isComplete(state)
                && !state.pays();
        Optional<Edge> onward = answered ? Route.single(scene.campaign(), state, scene.standing()) : Optional.empty();
        if (onward.isPresent() && Walk.leave(scene, run, onward.get().to())) {
            if (!scene.state().isFinal()) {
                walk.arrive(scene, run);
                return true;
            }
            // Nothing is ordered, and nothing lost, that the customer has not said so.
            run.restore(state.id());
            scene.path().removeLast();
            scene.enter(state.id());
        }
        return false;
    }

    /** Ends in a sale that was made by an earlier turn, of which nothing but the order is left. */
    void tellOfSale(Scene scene, FlowRun run, String sale) {
        scene.paid();
        scene.path().add(run.state());
        run.restore(sale);
        scene.forgetSecrets();
        walk.arrive(scene, run);
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
                Walk.leave(scene, run, to);
                scene.forgetSecrets();
                walk.arrive(scene, run);
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
            asking.ask(scene, heard, true);
            return new Played.Done();
        }
        scene.understood();
        if (from.pays() && asks) {
            return new Played.PaymentDue(edge.get().to());
        }
        if (Walk.leave(scene, run, edge.get().to())) {
            walk.arrive(scene, run);
        } else {
            asking.ask(scene, heard, true);
        }
        return new Played.Done();
    }

    /** A correction that answers the question as well, or leaves nothing to ask here. */
    private Played advanceIfAnswered(Scene scene, FlowRun run, Extraction heard) {
        return Route.single(scene.campaign(), scene.state(), scene.standing())
                .map(edge -> advance(scene, run, edge.to(), heard))
                .orElseGet(() -> {
                    asking.ask(scene, heard, false);
                    return new Played.Done();
                });
    }

    private void giveUp(Scene scene, FlowRun run, String to) {
        run.move(to, scene.standing());
        walk.arrive(scene, run);
    }

    private static void forgetCards(Scene scene, State paying) {
        paying.collects().stream()
                .filter(slot -> scene.campaign().slot(slot).keepNever())
                .forEach(scene::forget);
    }
}
