package io.parley.contracts.replay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a replay ended. */
public enum ReplayOutcome {
    /** Every byte came out as it is recorded. */
    IDENTICAL,
    /** Something came out otherwise. */
    DIFFERENT,
    /** The campaign or its facts were changed since, so that it was not played again. */
    CAMPAIGN_CHANGED,
    /** The record cannot be read: another key, or a later version of Parley wrote it. */
    UNREADABLE;

    /** As it stands on the wire: {@code campaign-changed}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException if there is no such outcome
     */
    @JsonCreator
    public static ReplayOutcome of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
