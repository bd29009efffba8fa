package io.parley.contracts.replay;

/**
 * Where a replay first came out otherwise.
 *
 * @param field its place in the record: {@code exchange.reply}, {@code after.slots.quantity[0]}
 * @param recorded what is recorded, as JSON; what the customer said is masked
 * @param recomputed what came out, as JSON; likewise
 */
public record Difference(String field, String recorded, String recomputed) {}
