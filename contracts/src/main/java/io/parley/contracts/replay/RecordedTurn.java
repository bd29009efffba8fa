package io.parley.contracts.replay;

import java.time.Instant;

/**
 * A turn that is recorded.
 *
 * @param turn its number, from 1
 * @param said what the customer said, masked
 * @param state the state after it
 * @param decision what it came to: {@code advance}, {@code ask}, …
 */
public record RecordedTurn(
        int turn, String turnId, Instant at, String said, String reply, String state, String decision) {}
