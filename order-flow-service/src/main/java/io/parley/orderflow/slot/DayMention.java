package io.parley.orderflow.slot;

/**
 * A day that was named.
 *
 * @param from its first word
 * @param to after its last word
 */
record DayMention(int from, int to, DayPhrase phrase) {}
