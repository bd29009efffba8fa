package io.parley.qa.memory;

/**
 * The facts as the input module reads them.
 *
 * @param inputs {@code [n × 2D]}; the mean encoding of a fact's askings, then its answer's
 * @param count n, how many facts there are
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
public record FactInputs(double[] inputs, int count) {}
