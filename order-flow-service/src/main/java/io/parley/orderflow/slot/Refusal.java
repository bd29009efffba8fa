package io.parley.orderflow.slot;

import java.util.Locale;

/** Why a value of the right type is not acceptable. */
enum Refusal {
    PAST,
    TOO_LOW,
    TOO_HIGH,
    NOT_AN_OPTION,
    BAD_CHECKSUM,
    MALFORMED,
    AMBIGUOUS;

    /** As it stands in {@link Extraction#invalid()}: {@code too-low}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
