package io.parley.contracts.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The customer goes back to where they were in the flow.
 *
 * @param agent who has taken the hand-off
 * @param slots what was found out meanwhile, by slot, in words as a customer would say them; null for nothing
 */
public record ReturnRequest(String agent, @Nullable Map<String, String> slots) {}
