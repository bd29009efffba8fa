package io.parley.modelservice.serving;

import io.parley.contracts.model.ModelReply;
import io.parley.contracts.model.ModelRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request with its reply.
 *
 * @param champion the model that made the reply; null if none did
 */
record Answered<M, Q extends ModelRequest, A extends ModelReply>(
        Q request, A reply, @Nullable ServedModel<M> champion) {}
