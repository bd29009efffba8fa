package io.parley.gateway.upstream;

import java.util.Locale;

/** The two kinds of model, each with a service of its own. */
public enum ModelKind {
    NEXT_STATE,
    ANSWERS;

    /** As it stands in addresses: {@code next-state}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
