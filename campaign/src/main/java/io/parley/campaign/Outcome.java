package io.parley.campaign;

import java.util.Locale;

/** How a conversation ends. */
public enum Outcome {
    SALE,
    LOST;

    /** As it stands in files and replies: {@code sale}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
