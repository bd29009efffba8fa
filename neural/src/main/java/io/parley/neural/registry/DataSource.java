package io.parley.neural.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a version's training data came from. */
public enum DataSource {
    /** The campaign's own folder. */
    CAMPAIGN,
    /** A file an operator gave. */
    UPLOAD;

    /** As it stands in files and replies: {@code campaign}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
