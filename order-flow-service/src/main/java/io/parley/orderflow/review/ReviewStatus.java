package io.parley.orderflow.review;

import java.util.Locale;

/** What was decided about an utterance. */
enum ReviewStatus {
    OPEN,
    APPROVED,
    EXPORTED,
    DISMISSED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReviewStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
