package io.parley.qa.memory;

/**
 * A question about a story, in numbers of words; −1 is a word that is in no vocabulary.
 *
 * @param facts the sentences told so far, in order; at least one, none of them empty
 * @param question its words; at least one
 * @param answer the right word
 * @param supporting rows of the facts the answer follows from, in the order they are needed in; empty if nobody said
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoryQuestion(int[][] facts, int[] question, int answer, int[] supporting) {}
