package io.parley.orderflow.turn;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.contracts.event.DialogueEvent.PersonWanted;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Optional;

/**
 * A customer wants a person, or is offered one: they queue for whoever is on duty, or a call-back is arranged, and the flow waits
 * where it is.
 */
final class PersonWish {

    private final BucketRenderer buckets;
    private final Queueing queueing;
    private final int offeredAfter;

    /**
     * @param offeredAfter how many misses in a row make us offer a person
     */
    PersonWish(BucketRenderer buckets, int offeredAfter) {
        this.buckets = buckets;
        this.queueing = new Queueing(buckets);
        this.offeredAfter = offeredAfter;
    }

    int offeredAfter() {
        return offeredAfter;
    }

    /** The customer asked for a person. */
    void play(Scene scene) {
        scene.understood();
        if (scene.desk().isManned()) {
            queueing.enter(scene);
        } else {
            arrangeForNobody(scene);
        }
    }

    /** The customer waits, and what they say leads nowhere else. */
    void stillWaiting(Scene scene) {
        scene.understood();
        if (scene.desk().isManned()) {
            queueing.tellPlace(scene);
        } else {
            scene.handOff(null);
            arrangeForNobody(scene);
        }
    }

    /** The customer does not wait any more. */
    void neverMind(Scene scene) {
        queueing.leave(scene);
    }

    private void arrangeForNobody(Scene scene) {
        scene.say(buckets.reply("hand-off-nobody", scene.known(), scene.choice()));
        arrange(scene, "asked").ifPresent(scene::call);
    }

    /** We ask whether a person shall help. */
    void offer(Scene scene) {
        scene.say(buckets.reply("no-match-person", scene.known(), scene.choice()));
        scene.await(Awaiting.CALL_BACK_CONSENT);
    }

    /**
     * The customer answers an offer of ours, or gives the number we asked for.
     *
     * @return the number that shall be called; nothing if the words do not answer our question or decline
     */
    Optional<String> heard(Scene scene, Awaiting asked, Aside aside) {
        scene.understood();
        if (aside.phone().isPresent()) {
            scene.handOff(null);
            scene.say(buckets.reply("call-back-noted", scene.known(), scene.choice()));
            WayBackQuestion.say(scene, buckets);
            return aside.phone();
        }
        if (aside.no() && scene.isWaiting()) {
            queueing.tellPlace(scene);
            return Optional.empty();
        }
        if (aside.no()) {
            scene.say(buckets.reply("call-back-declined", scene.known(), scene.choice()));
            WayBackQuestion.say(scene, buckets);
            return Optional.empty();
        }
        return arrange(scene, asked == Awaiting.CALL_BACK_CONSENT ? "accepted" : "asked");
    }

    /** What was given is no number that we can ring, so it is asked for again. */
    void refuseNumber(Scene scene) {
        scene.say(buckets.rung("call-back-refused", scene.misses(), scene.known()));
        scene.missed();
        scene.await(Awaiting.CALL_BACK_NUMBER);
    }

    private Optional<String> arrange(Scene scene, String reason) {
        scene.events().add(new PersonWanted(scene.eventId(), scene.before().id(), scene.now(), scene.turn(), reason));
        Optional<String> known = scene.campaign().slots().values().stream()
                .filter(slot -> slot.type() == SlotType.PHONE)
                .map(Slot::name)
                .flatMap(slot -> scene.slots().getOrDefault(slot, List.of()).stream())
                .filter(number -> number.startsWith("+"))
                .findFirst();
        if (known.isPresent()) {
            scene.handOff(null);
            scene.say(buckets.reply("call-back-known", scene.known(), scene.choice()));
            WayBackQuestion.say(scene, buckets);
        } else {
            scene.say(buckets.reply("call-back-number", scene.known(), scene.choice()));
            scene.await(Awaiting.CALL_BACK_NUMBER);
        }
        return known;
    }
}
