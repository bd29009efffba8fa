package io.parley.neural.registry;

import io.parley.contracts.model.ModelProvenance;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one trained model; stands as {@code version.json} beside its files.
 *
 * @param version names it within its campaign and kind: {@code v3}
 * @param campaign the campaign's id
 * @param kind {@code next-state} or {@code answers}
 * @param dataHash SHA-256 of the training data, hexadecimal
 * @param seed the seed it was trained with
 * @param settings everything else that decides what the model becomes, by name
 * @param metrics what was measured after training, by name
 * @param seconds how long the training took
 * @param parent the champion when it was trained; null for the first
 * @param source where the training data came from
 * @param createdAt when it was published
 * @param files SHA-256 of every file of the model, hexadecimal, by file name
 */
public record ModelVersion(
        String version,
        String campaign,
        String kind,
        String dataHash,
        long seed,
        Map<String, String> settings,
        Map<String, Double> metrics,
        double seconds,
        @Nullable String parent,
        DataSource source,
        Instant createdAt,
        Map<String, String> files) {

    public ModelVersion {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** What a reply says about the model that made it. */
    public ModelProvenance provenance() {
        return new ModelProvenance(version, dataHash, seed);
    }
}
