package io.parley.contracts.model;

/**
 * One reason for a prediction.
 *
 * @param feature what it is, readable: {@code word 'mars'}, {@code state ask-name × word 'yes'}
 * @param weight by how much it moved the winner's score against the runner-up's, in logits
 */
public record Contribution(String feature, double weight) {}
