package io.parley.orderflow.turn;

import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.response.Rendering;
import io.parley.orderflow.response.WayBack;

/** Leads the customer back: asks the state's question again, in other words where there are some. */
final class WayBackQuestion {

    private WayBackQuestion() {}

    static void say(Scene scene, BucketRenderer buckets) {
        Rendering whole = buckets.say(scene.state(), scene.known(), scene.choice());
        scene.say(new Rendering(whole.bucket(), whole.variant(), WayBack.question(whole.text())));
    }
}
