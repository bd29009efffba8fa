package io.parley.orderflow.turn;

import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.contracts.ReservedState;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.session.Session.Which;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What two readings are called in front of the customer: in prepared words only. */
final class WhichNames {

    private static final String ONWARD = "which-onward";
    private static final String LOST = "which-lost";

    private WhichNames() {}

    /** The names of both, the likelier one first. */
    static List<String> of(Scene scene, Which which, BucketRenderer buckets) {
        return Stream.of(which.first(), which.second())
                .map(reading -> name(scene, which, reading, buckets))
                .toList();
    }

    /** Every name that a customer may answer with. */
    static List<String> all(Scene scene, Which which, String reading, BucketRenderer buckets) {
        Stream<String> more = option(scene, which, reading).stream()
                .flatMap(option -> Stream.concat(option.synonyms().stream(), Stream.of(option.id())));
        return Stream.concat(Stream.of(name(scene, which, reading, buckets)), more)
                .toList();
    }

    private static String name(Scene scene, Which which, String reading, BucketRenderer buckets) {
        return option(scene, which, reading)
                .map(Option::say)
                .orElseGet(() -> buckets.reply(bucket(scene, which, reading), scene.known(), scene.choice())
                        .text());
    }

    private static Optional<Option> option(Scene scene, Which which, String reading) {
        return Optional.ofNullable(which.slot())
                .map(scene.campaign()::slot)
                .map(Slot::options)
                .map(options -> options.get(reading));
    }

    private static String bucket(Scene scene, Which which, String reading) {
        if (which.slot() != null) {
            return "choice-" + reading;
        }
        if (ReservedState.of(reading).isPresent()) {
            return "which-" + reading;
        }
        return scene.campaign().isLost(reading) ? LOST : ONWARD;
    }
}
