package io.parley.orderflow.turn;

import io.parley.orderflow.flow.Route;
import io.parley.orderflow.flow.ToldByWay;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.WhichReader;
import io.parley.session.Session;
import io.parley.session.Session.Which;
import java.util.Optional;

/**
 * What the customer chose of two readings.
 *
 * @param which between which two we asked
 * @param reading the chosen one
 * @param words what was read two ways
 */
record Chosen(Which which, String reading, Words words) {

    /** Nothing if we did not ask, or the words choose neither: then they are taken like any others. */
    static Optional<Chosen> of(Scene scene, Words answer, BucketRenderer buckets) {
        Session.SpokenMemory memory = scene.before().memory();
        Which which = memory.asked();
        if (which == null || answer.isSilent() || memory.recent().isEmpty()) {
            return Optional.empty();
        }
        return WhichReader.read(
                        scene.campaign(),
                        WhichNames.all(scene, which, which.first(), buckets),
                        WhichNames.all(scene, which, which.second(), buckets),
                        answer.raw())
                .map(choice -> switch (choice) {
                    case FIRST -> which.first();
                    case SECOND -> which.second();
                })
                .map(reading -> new Chosen(
                        which, reading, Words.of(memory.recent().getLast().text())));
    }

    /** What the words fill where the next state was in doubt: the way that was chosen may tell something besides. */
    Extraction told(Scene scene, Extraction heard) {
        return Route.forward(scene.campaign(), scene.state()).stream()
                .filter(edge -> edge.to().equals(reading))
                .findFirst()
                .flatMap(edge -> ToldByWay.of(scene.campaign(), scene.state(), edge))
                .filter(told -> !heard.values().containsKey(told.getKey()))
                .map(told -> heard.with(told.getKey(), told.getValue()))
                .orElse(heard);
    }

    /** What the customer means where the next state was in doubt; they stay where the words do not answer the question there. */
    Decision meant(Scene scene, Extraction heard) {
        Decision meant = Decider.meaning(scene.campaign(), scene.state(), reading);
        boolean complete = scene.standingWith(heard.values()).isComplete(scene.state());
        return meant instanceof Decision.Advance && !complete ? new Decision.Stay() : meant;
    }
}
