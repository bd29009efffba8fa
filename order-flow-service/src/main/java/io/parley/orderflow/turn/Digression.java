package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.campaign.Pitch;
import io.parley.contracts.event.DialogueEvent.PersonWanted;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.RecalledFact;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.response.Told;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The intermediate state: a question or a doubt is met with a prepared statement and its pitch, then the customer is led
 * back to where they were. Slots and state stay untouched, but for what is said besides.
 */
final class Digression {

    /** After so many utterances in one state the question there may be forgotten. */
    private static final int LONG_AWAY = 3;

    private static final String LEAVE_OPEN = "leave-open";

    private final BucketRenderer buckets;
    private final int maxObjections;

    /**
     * @param maxObjections how many doubts are met with a statement before the customer is left in peace
     */
    Digression(BucketRenderer buckets, int maxObjections) {
        this.buckets = buckets;
        this.maxObjections = maxObjections;
    }

    /**
     * Answers a question, or says why there is no answer now; nothing is said if no fact fits.
     *
     * @param onward after the answer, goes on with what was said besides the question; tells whether that asks for what comes
     *     next, so that there is no way back to lead
     */
    boolean isAnswered(Scene scene, Optional<AnswerReply> answer, BooleanSupplier onward) {
        return isUnheard(scene, answer) || isTold(scene, answer.orElseThrow(), onward);
    }

    /** No fact fits, and a person may know. */
    void unanswered(Scene scene) {
        scene.say(buckets.reply("no-fact", scene.known(), scene.choice()));
        scene.await(Awaiting.CALL_BACK_CONSENT);
        scene.facts().unanswered();
        scene.events()
                .add(new PersonWanted(scene.eventId(), scene.before().id(), scene.now(), scene.turn(), "no-fact"));
    }

    /** @param onward as for a question */
    void hesitation(Scene scene, Optional<AnswerReply> answer, BooleanSupplier onward) {
        if (objectionsMet(scene) >= maxObjections) {
            leaveOpen(scene);
            return;
        }
        if (isUnheard(scene, answer) || isTold(scene, answer.orElseThrow(), onward)) {
            return;
        }
        scene.say(buckets.reply("reassure", scene.known(), scene.choice()));
        goOn(scene, onward);
    }

    /**
     * Enough was said. Everything stays as it is, and nothing is asked; whoever goes on objecting is asked whether they give up,
     * since they may have said so in words that are taken for doubts.
     */
    private void leaveOpen(Scene scene) {
        scene.understood();
        boolean again = scene.choice().last().containsKey(LEAVE_OPEN) && isLongAway(scene);
        if (again && scene.before().awaiting() != Awaiting.GIVE_UP_CONSENT) {
            scene.say(buckets.reply("give-up-sure", scene.known(), scene.choice()));
            scene.await(Awaiting.GIVE_UP_CONSENT);
        } else {
            scene.say(buckets.reply(LEAVE_OPEN, scene.known(), scene.choice()));
        }
    }

    /** Says why there is no answer now: digressions wait in this state, or the memory was silent. */
    private boolean isUnheard(Scene scene, Optional<AnswerReply> answer) {
        scene.understood();
        if (scene.state().digressionsForbidden()) {
            scene.say(buckets.reply("later", scene.known(), scene.choice()));
            WayBackQuestion.say(scene, buckets);
            return true;
        }
        if (answer.isEmpty()) {
            scene.say(buckets.reply("model-slow", scene.known(), scene.choice()));
            return true;
        }
        return false;
    }

    /** Tells the fact that fits best and leads back. */
    private boolean isTold(Scene scene, AnswerReply reply, BooleanSupplier onward) {
        boolean told = tell(scene, reply);
        if (told) {
            goOn(scene, onward);
        }
        return told;
    }

    /** Tells the fact that fits best, if one fits and all that its answer speaks of is known. */
    boolean tell(Scene scene, AnswerReply reply) {
        if (reply.noFact() > reply.noFactAt()) {
            return false;
        }
        Optional<Fact> best = best(scene.campaign(), reply);
        Optional<Told> told = best.flatMap(fact -> buckets.tell(fact, pitch(scene, fact), scene.known()));
        if (best.isEmpty() || told.isEmpty()) {
            return false;
        }
        scene.say(told.get().rendering());
        scene.facts().tell(best.get().id());
        told.get().pitch().ifPresent(scene.facts()::pitch);
        return true;
    }

    private void goOn(Scene scene, BooleanSupplier onward) {
        if (!onward.getAsBoolean()) {
            leadBack(scene);
        }
    }

    /** Asks again what was asked; after a long way with a word about that. */
    private void leadBack(Scene scene) {
        if (isLongAway(scene)) {
            scene.say(buckets.reply("way-back", scene.known(), scene.choice()));
        }
        WayBackQuestion.say(scene, buckets);
    }

    private static boolean isLongAway(Scene scene) {
        List<Session.Heard> recent = scene.before().memory().recent();
        return recent.size() >= LONG_AWAY
                && recent.subList(recent.size() - LONG_AWAY, recent.size()).stream()
                        .allMatch(heard -> heard.state().equals(scene.state().id()));
    }

    private static long objectionsMet(Scene scene) {
        return scene.facts().told().stream()
                .flatMap(fact -> scene.campaign().fact(fact).stream())
                .filter(fact -> fact.kind() == Fact.Kind.HESITATION)
                .count();
    }

    /** One of the pitches that fit here; nobody hears the same one twice. */
    private Optional<Pitch> pitch(Scene scene, Fact fact) {
        List<Pitch> fitting = buckets.fitting(fact, scene.known()).stream()
                .filter(pitch -> !scene.facts().pitched().contains(pitch.id()))
                .toList();
        return scene.facts()
                .odds()
                .choose(fact.id(), fitting, scene.before().contact().seed(), scene.turn());
    }

    private static Optional<Fact> best(Campaign campaign, AnswerReply reply) {
        return reply.facts().stream().map(RecalledFact::fact).findFirst().flatMap(campaign::fact);
    }
}
