package io.parley.modelservice.serving;

import io.parley.neural.registry.ModelVersion;

/**
 * A model in use.
 *
 * @param version what is known about it
 */
public record ServedModel<M>(ModelVersion version, M model) {

    /** The version's name within its campaign: {@code v3}. */
    public String name() {
        return version.version();
    }
}
