package io.parley.contracts.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a campaign's model are in use. The key of its record is {@code <kind>/<campaign>}; the last of each key
 * counts, unless a reader knows of a later decision.
 *
 * @param kind {@code next-state} or {@code answers}
 * @param campaign the campaign's id
 * @param champion the version that answers
 * @param challenger the version that is compared with it; null for none
 * @param decidedAt when that was decided; of two decisions about a campaign the later one has the later instant
 */
public record ActiveVersions(
        String kind,
        String campaign,
        String champion,
        @Nullable String challenger,
        Instant decidedAt) {

    /** The key of its record. */
    public String key() {
        return kind + "/" + campaign;
    }
}
