package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.contracts.event.DialogueEvent.PersonWanted;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.RecalledFact;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.session.Session.Awaiting;
import java.util.Optional;

/**
 * The intermediate state: a question or a doubt is met with a prepared statement and its pitch, then the customer is led
 * back to where they were. Slots and state stay untouched.
 */
final class Digression {

    private final BucketRenderer buckets;

    Digression(BucketRenderer buckets) {
        this.buckets = buckets;
    }

    void question(Scene scene, Optional<AnswerReply> answer) {
        if (isUnheard(scene, answer)) {
            return;
        }
        AnswerReply reply = answer.orElseThrow();
        Optional<Fact> best = best(scene.campaign(), reply);
        if (best.isEmpty() || reply.noFact() > reply.noFactAt()) {
            scene.say(buckets.reply("no-fact", scene.known(), scene.choice()));
            scene.await(Awaiting.CALL_BACK_CONSENT);
            scene.events()
                    .add(new PersonWanted(scene.eventId(), scene.before().id(), scene.now(), scene.turn(), "no-fact"));
            return;
        }
        tell(scene, best.get());
    }

    void hesitation(Scene scene, Optional<AnswerReply> answer) {
        if (isUnheard(scene, answer)) {
            return;
        }
        AnswerReply reply = answer.orElseThrow();
        Optional<Fact> best = best(scene.campaign(), reply);
        if (best.isPresent() && reply.noFact() <= reply.noFactAt()) {
            tell(scene, best.get());
        } else {
            scene.say(buckets.reply("reassure", scene.known(), scene.choice()));
            WayBackQuestion.say(scene, buckets);
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

    private void tell(Scene scene, Fact fact) {
        Fact told = scene.told().contains(fact.id()) ? withoutPitch(fact) : fact;
        scene.say(buckets.rung("answer", 0, scene.known().telling(told)));
        scene.tell(fact.id());
        WayBackQuestion.say(scene, buckets);
    }

    /** Nobody hears the same pitch twice. */
    private static Fact withoutPitch(Fact fact) {
        return new Fact(fact.id(), fact.kind(), fact.ask(), fact.answer(), Optional.empty(), fact.states());
    }

    private static Optional<Fact> best(Campaign campaign, AnswerReply reply) {
        return reply.facts().stream().map(RecalledFact::fact).findFirst().flatMap(campaign::fact);
    }
}
