package io.parley.orderflow.turn;

import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.util.Set;

/** The customer goes a step back, wants to hear something again, or begins anew. */
final class TurningBack {

    private final BucketRenderer buckets;

    TurningBack(BucketRenderer buckets) {
        this.buckets = buckets;
    }

    void goBack(Scene scene, FlowRun run) {
        scene.understood();
        if (!scene.path().isEmpty()) {
            run.restore(scene.path().removeLast());
            scene.enter(run.state());
            scene.say(buckets.reply("back", scene.known(), scene.choice()));
        }
        scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
    }

    /** Begins again with what the customer wants to keep; who says nothing of that is asked once before all is lost. */
    void restart(Scene scene, FlowRun run, Extraction heard, Words words) {
        scene.understood();
        Set<String> kept = Kept.of(scene, heard.values(), words.raw());
        if (kept.isEmpty() && Kept.isAnythingAtStake(scene)) {
            scene.say(buckets.reply("restart-sure", scene.known(), scene.choice()));
            scene.await(Awaiting.RESTART_CONSENT);
        } else {
            beginAgain(scene, run, kept);
        }
    }

    /** @param kept the slots that stay */
    void beginAgain(Scene scene, FlowRun run, Set<String> kept) {
        scene.forgetAllBut(kept);
        run.restore(scene.campaign().start());
        scene.enter(run.state());
        if (Walk.isPassedOver(scene, scene.state())) {
            Route.single(scene.campaign(), scene.state(), scene.standing())
                    .ifPresent(edge -> Walk.leave(scene, run, edge.to()));
        }
        scene.say(buckets.reply(kept.isEmpty() ? "restarted" : "restarted-keeping", scene.known(), scene.choice()));
        WayBackQuestion.say(scene, buckets);
    }

    void repeat(Scene scene) {
        scene.understood();
        scene.say(buckets.reply("repeat", scene.known(), scene.choice()));
        scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
    }
}
