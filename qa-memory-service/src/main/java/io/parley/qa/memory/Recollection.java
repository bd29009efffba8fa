package io.parley.qa.memory;

/**
 * What a model makes of one question, not calibrated yet.
 *
 * @param logits {@code [n]}, of the choice among the facts
 * @param attention {@code [T × n]}: the gate of every fact on every hop, each row summing to 1
 * @param doubt the logit of "no fact fits"
 * @param hesitation the logit of "hesitates"
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
public record Recollection(double[] logits, double[][] attention, double doubt, double hesitation) {}
