package io.parley.qa.memory;

/**
 * What a model answers to a question about a story.
 *
 * @param word the answer
 * @param probability of it, in [0, 1]
 * @param attention {@code [T × n]}: the gate of every fact on every hop, each row summing to 1
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
public record StoryAnswer(int word, double probability, double[][] attention) {}
