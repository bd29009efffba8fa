package io.parley.orderflow.turn;

import io.parley.campaign.State;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import java.util.List;

/** The customer stays where they are, and is helped to an answer. */
final class AskingAgain {

    private final BucketRenderer buckets;
    private final PersonWish person;

    AskingAgain(BucketRenderer buckets, PersonWish person) {
        this.buckets = buckets;
        this.person = person;
    }

    /**
     * Says what is wrong with a value, asks for the rest where something was said, if only about what
     * comes later, or climbs the ladder of rephrasings until a person is offered.
     *
     * @param missed whether the utterance counts as not understood
     */
    void ask(Scene scene, Extraction heard, boolean missed) {
        State state = scene.state();
        boolean partly = !heard.values().isEmpty();
        if (isRefused(scene, heard)) {
            scene.say(buckets.invalid(state, scene.known(), scene.choice()));
            return;
        }
        if (partly || !missed) {
            if (!partly) {
                scene.missed();
            } else if (state.collects().stream().noneMatch(heard.values()::containsKey)) {
                scene.say(buckets.reply("noted", scene.known(), scene.choice()));
                // An order that has changed is read back in full.
                if (!state.confirms()) {
                    WayBackQuestion.say(scene, buckets);
                    return;
                }
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

    /** Whether the words try to answer what is asked here, in vain. */
    static boolean isRefused(Scene scene, Extraction heard) {
        return scene.state().collects().stream()
                .anyMatch(slot ->
                        heard.invalid().containsKey(slot) && !heard.values().containsKey(slot));
    }

    /** It counts as not understood, so that whoever agrees again and again is offered a person. */
    void askForOne(Scene scene) {
        scene.missed();
        if (scene.misses() >= person.offeredAfter()) {
            person.offer(scene);
        } else {
            scene.say(buckets.reply("name-one", scene.known(), scene.choice()));
            scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
        }
    }

    /** It counts as not understood, so that whoever is asked again and again is offered a person. */
    void askWhich(Scene scene, Session.Which which) {
        List<String> names = WhichNames.of(scene, which, buckets);
        scene.say(buckets.which(names.getFirst(), names.getLast(), scene.known(), scene.choice()));
        scene.ask(which);
        scene.missed();
    }
}
