package io.parley.contracts.model;

import org.jspecify.annotations.Nullable;

/** What every reply of a model says. */
public interface ModelReply {

    /** The code of a {@link io.parley.contracts.Fault}; null if the request was answered. */
    @Nullable
    String failure();
}
