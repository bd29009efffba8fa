package io.parley.orderflow.turn;

import io.parley.contracts.event.DialogueEvent.PersonWanted;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.session.Session.Awaiting;
import io.parley.session.Session.HandOff;
import java.util.concurrent.TimeUnit;

/** What a customer hears who waits for a person, or has one. Nothing that was not counted or measured. */
final class Queueing {

    private static final String PLACE = "hand-off.place";
    private static final String MINUTES = "hand-off.minutes";
    private static final String AGENT = "hand-off.agent";

    private final BucketRenderer buckets;

    Queueing(BucketRenderer buckets) {
        this.buckets = buckets;
    }

    /** By what the wish for a person is known that is said in this turn. */
    static String idOf(Scene scene) {
        return scene.before().id() + "." + scene.turn();
    }

    /** The customer is told that they wait from now on, where they stand, and what they can do meanwhile. */
    void enter(Scene scene) {
        scene.handOff(HandOff.waiting(idOf(scene), scene.now()));
        scene.events().add(new PersonWanted(scene.eventId(), scene.before().id(), scene.now(), scene.turn(), "queued"));
        say(scene, "hand-off");
        tellPlace(scene);
        say(scene, "hand-off-meanwhile");
    }

    void tellPlace(Scene scene) {
        scene.let(PLACE, Integer.toString(scene.desk().place()));
        say(scene, "hand-off-place");
        Long usual = scene.desk().usualWaitSeconds();
        if (usual == null) {
            return;
        }
        long minute = TimeUnit.MINUTES.toSeconds(1);
        scene.let(MINUTES, Long.toString((usual + minute - 1) / minute));
        say(scene, usual <= minute ? "hand-off-wait-short" : "hand-off-wait");
    }

    /** The customer goes on with us alone. */
    void leave(Scene scene) {
        scene.understood();
        scene.handOff(null);
        say(scene, "hand-off-withdrawn");
        WayBackQuestion.say(scene, buckets);
    }

    /** Nobody came for long: there are other ways. */
    void offer(Scene scene) {
        scene.handOff().map(HandOff::whenOffered).ifPresent(scene::handOff);
        tellPlace(scene);
        say(scene, "hand-off-long");
        scene.await(Awaiting.CALL_BACK_CONSENT);
    }

    /** Nobody will come: the customer is with us alone again. */
    void timeOut(Scene scene) {
        scene.handOff(null);
        say(scene, "hand-off-timed-out");
        scene.await(Awaiting.CALL_BACK_CONSENT);
    }

    void take(Scene scene, String agent) {
        scene.handOff().map(wish -> wish.takenBy(agent, scene.now())).ifPresent(scene::handOff);
        sayOf(scene, "hand-off-taken", agent);
    }

    /** The person had to leave. */
    void free(Scene scene, String agent) {
        scene.handOff().map(wish -> wish.freed(scene.now())).ifPresent(scene::handOff);
        sayOf(scene, "hand-off-freed", agent);
        tellPlace(scene);
    }

    /** The person has done what there was to do; what is asked next is for the flow to say. */
    void giveBack(Scene scene, String agent) {
        scene.understood();
        scene.handOff(null);
        sayOf(scene, "hand-off-returned", agent);
    }

    void close(Scene scene, String agent) {
        scene.handOff(null);
        sayOf(scene, "hand-off-closed", agent);
    }

    private void sayOf(Scene scene, String bucket, String agent) {
        scene.let(AGENT, agent);
        say(scene, bucket);
    }

    private void say(Scene scene, String bucket) {
        scene.say(buckets.reply(bucket, scene.known(), scene.choice()));
    }
}
