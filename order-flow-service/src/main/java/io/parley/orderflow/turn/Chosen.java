package io.parley.orderflow.turn;

import io.parley.orderflow.response.BucketRenderer;
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
}
