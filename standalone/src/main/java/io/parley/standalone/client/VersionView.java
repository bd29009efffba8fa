package io.parley.standalone.client;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model version as the gateway shows it.
 *
 * @param role {@code champion} or {@code challenger}; null for neither
 * @param source where its data came from: {@code campaign} or {@code upload}
 * @param metrics what was measured when it was trained, by name
 */
public record VersionView(
        String version,
        @Nullable String role,
        Instant createdAt,
        String source,
        long seed,
        String dataHash,
        Map<String, Double> metrics) {

    public VersionView {
        metrics = Map.copyOf(metrics);
    }
}
