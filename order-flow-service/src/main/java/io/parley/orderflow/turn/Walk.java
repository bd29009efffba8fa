package io.parley.orderflow.turn;

import io.parley.campaign.Edge;
import io.parley.campaign.Passing;
import io.parley.campaign.State;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.response.BucketRenderer;
import java.util.Optional;
import java.util.Set;

/** The customer's way through the flow: where it leads, and a word on arrival. */
final class Walk {

    private final BucketRenderer buckets;

    Walk(BucketRenderer buckets) {
        this.buckets = buckets;
    }

    /** Moves, and on over every state that has nothing to ask. */
    static boolean leave(Scene scene, FlowRun run, String to) {
        String from = run.state();
        if (!run.move(to, scene.standing())) {
            return false;
        }
        scene.path().add(from);
        for (int passed = 0; passed < scene.campaign().states().size(); passed++) {
            State reached = scene.campaign().state(run.state());
            if (scene.resumeAt().filter(run.state()::equals).isPresent()) {
                scene.resumeAt(null);
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

    /**
     * After a correction that led back, states that were already asked are not asked again on the way forward, nor those that
     * the customer has answered before they were reached.
     */
    static boolean isPassedOver(Scene scene, State reached) {
        if (scene.resumeAt().isEmpty()) {
            return Passing.isPassedOver(
                    scene.campaign(), reached, scene.standing().values(), scene.filledNow());
        }
        Set<String> answered = scene.path().contains(reached.id())
                ? scene.standing().values().keySet()
                : scene.slots().keySet();
        return Passing.isPassedOver(scene.campaign(), reached, scene.standing().values(), answered);
    }

    /** Says what the state says where the walk has come to. */
    void arrive(Scene scene, FlowRun run) {
        scene.enter(run.state());
        scene.understood();
        scene.say(buckets.say(scene.state(), scene.known(), scene.choice()));
    }
}
