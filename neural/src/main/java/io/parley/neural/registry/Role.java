package io.parley.neural.registry;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a version is used for. */
public enum Role {
    /** It answers. */
    CHAMPION,
    /** It is being compared. */
    CHALLENGER;

    /** As it stands in replies: {@code champion}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
