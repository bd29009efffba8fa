package io.parley.qa.recall;

import java.util.Collection;

/**
 * The mean of a campaign's sentence vectors. Pretrained encoders put all texts of one field close together; what is left
 * without their mean tells them apart.
 *
 * @param mean {@code [D]}
 * @param part the length of one encoder's part
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
record Centre(double[] mean, int part) {

    /** With fewer texts than this the mean says more about them than about the field, and counts less. */
    private static final double FEW = 20;

    /** The centre of these vectors, each {@code [D]}. */
    static Centre of(Collection<float[]> vectors, int dimensions, int part) {
        double[] mean = new double[dimensions];
        for (float[] vector : vectors) {
            for (int k = 0; k < dimensions; k++) {
                mean[k] += vector[k];
            }
        }
        for (int k = 0; k < dimensions; k++) {
            mean[k] /= vectors.size() + FEW;
        }
        return new Centre(mean, part);
    }

    /** The vector as seen from the centre, {@code [D]}, of length 1; every encoder's part counts the same. */
    double[] place(float[] vector) {
        double[] placed = new double[vector.length];
        double share = 1 / Math.sqrt((double) vector.length / part);
        for (int from = 0; from < vector.length; from += part) {
            double squares = 0;
            for (int k = from; k < from + part; k++) {
                placed[k] = vector[k] - mean[k];
                squares += placed[k] * placed[k];
            }
            double scale = squares == 0 ? 0 : share / Math.sqrt(squares);
            for (int k = from; k < from + part; k++) {
                placed[k] *= scale;
            }
        }
        return placed;
    }
}
