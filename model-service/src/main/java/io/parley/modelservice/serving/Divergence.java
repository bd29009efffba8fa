package io.parley.modelservice.serving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A turn at which the challenger would have said something else than the champion did. No customer's words.
 *
 * @param conversationId the conversation
 * @param requestId the turn's request to the model
 * @param correlationId of the turn, as logs and customers' pages show it; null if the request had none
 * @param state the state the customer was in
 * @param champion what was said
 * @param challenger what would have been said
 */
public record Divergence(
        String conversationId,
        String requestId,
        @Nullable String correlationId,
        String state,
        Instant at,
        Said champion,
        Said challenger) {}
