package io.parley.contracts.mutation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a flow can be broken. */
public enum MutationKind {
    /** An edge is gone. */
    TRANSITION_DROPPED,
    /** A slot that is needed may be left out. */
    SLOT_OPTIONAL,
    /** A state says what another would. */
    WRONG_BUCKET,
    /** A fact is answered with what another says. */
    FACT_SWAPPED;

    /** As it stands in JSON: {@code transition-dropped}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
