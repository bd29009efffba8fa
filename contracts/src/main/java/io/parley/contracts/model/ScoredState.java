package io.parley.contracts.model;

/**
 * A state and how probable it is.
 *
 * @param state a state's id or a reserved label
 * @param probability calibrated, in [0, 1]; over the allowed states they sum to 1
 */
public record ScoredState(String state, double probability) {}
