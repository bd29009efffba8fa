package io.parley.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an operator made of a fact. The key of its record is {@code <campaign>/<fact>}; the highest version of each counts.
 *
 * @param campaign the campaign's id
 * @param fact the fact's id
 * @param version counts the changes of this fact, from 1
 * @param status what became of it
 * @param content the fact as it was written; null unless the status is {@link FactStatus#EDITED}
 * @param changedAt when
 */
public record FactChange(
        String campaign,
        String fact,
        int version,
        FactStatus status,
        @Nullable FactContent content,
        Instant changedAt) {

    public FactChange {
        if (version < 1) {
            throw new IllegalArgumentException("fact " + fact + " has version " + version + "; the first one is 1");
        }
        if ((status == FactStatus.EDITED) != (content != null)) {
            throw new IllegalArgumentException("fact " + fact + " is " + status.label() + " and "
                    + (content == null ? "has no content" : "has content"));
        }
    }

    /** The key of its record. */
    public String key() {
        return campaign + "/" + fact;
    }
}
