package io.parley.gateway.upstream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway reads of a version of the next-state model.
 *
 * @param source {@code campaign} or {@code upload}
 * @param seconds how long its training took
 * @param parent the champion when it was trained; null for the first
 * @param createdAt when it was published
 * @param role {@code champion}, {@code challenger} or null
 */
public record TrainedVersion(
        String version,
        String source,
        double seconds,
        @Nullable String parent,
        Instant createdAt,
        @Nullable String role) {

    public boolean isChampion() {
        return "champion".equals(role);
    }
}
