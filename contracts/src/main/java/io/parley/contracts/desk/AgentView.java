package io.parley.contracts.desk;

import java.time.Instant;

/**
 * Somebody on duty.
 *
 * @param until when they count as gone unless they say again that they are there
 * @param talking with how many customers
 */
public record AgentView(String name, Instant until, int talking) {}
