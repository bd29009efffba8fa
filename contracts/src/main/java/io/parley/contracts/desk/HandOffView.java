package io.parley.contracts.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hand-off as operators see it.
 *
 * @param state {@code waiting}, {@code taken}, or how it ended: {@code returned}, {@code closed}, {@code withdrawn} by the
 *     customer, {@code timed-out}
 * @param place in the queue, from 1; null for one that does not wait
 * @param agent who talks with the customer, or did
 * @param takenAt when somebody took it first
 * @param outcome how the conversation ended, where it was closed
 */
public record HandOffView(
        String id,
        String conversationId,
        String campaign,
        String state,
        @Nullable Integer place,
        @Nullable String agent,
        Instant askedAt,
        @Nullable Instant takenAt,
        @Nullable Instant endedAt,
        @Nullable String outcome) {}
