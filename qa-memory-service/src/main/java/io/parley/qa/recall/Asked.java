package io.parley.qa.recall;

/**
 * A text and how it compares with a memory.
 *
 * @param comparison of a text to learn from: with imprints read as if it had not been learned from
 */
record Asked(LabelledText text, Comparison comparison) {}
