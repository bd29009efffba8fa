package io.parley.contracts.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who has the last word about a fact. */
public enum FactStatus {
    /** The campaign's folder: it counts as it stands there. */
    FOLDER,
    /** An operator, who wrote it. */
    EDITED,
    /** An operator, who deleted it. */
    DELETED;

    /** As it stands in JSON and in the database: {@code edited}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
