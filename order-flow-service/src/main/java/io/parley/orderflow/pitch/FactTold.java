package io.parley.orderflow.pitch;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact that was told.
 *
 * @param turn the number of the turn, from 1
 * @param pitch the id of the pitch that was said with it
 */
public record FactTold(
        String conversationId, int turn, String campaign, String fact, Optional<String> pitch, Instant at) {}
