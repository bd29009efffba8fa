package io.parley.intent.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether probabilities mean what they say: rows in bins of equal width by the winner's probability.
 *
 * @param ece expected calibration error: mean distance of confidence and accuracy over the bins, weighted by rows, in [0, 1]
 * @param bins those with rows, from unsure to sure
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo et al. (2017)</a>, equation 3
 */
public record Reliability(double ece, List<Bin> bins) {

    private static final int BINS = 15;

    public Reliability {
        bins = List.copyOf(bins);
    }

    /**
     * Some rows of like confidence.
     *
     * @param rows how many
     * @param confidence mean probability of their winners
     * @param accuracy share of them whose winner is right
     */
    public record Bin(int rows, double confidence, double accuracy) {}

    /**
     * @param confidences {@code [rows]}, the probability of each row's winner
     * @param right {@code [rows]}, whether it is right
     */
    static Reliability of(double[] confidences, boolean[] right) {
        int[] rows = new int[BINS];
        double[] confidence = new double[BINS];
        int[] hits = new int[BINS];
        for (int i = 0; i < confidences.length; i++) {
            int bin = Math.min(BINS - 1, (int) (confidences[i] * BINS));
            rows[bin]++;
            confidence[bin] += confidences[i];
            hits[bin] += right[i] ? 1 : 0;
        }
        List<Bin> bins = new ArrayList<>();
        double ece = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (rows[bin] > 0) {
                ece += Math.abs(confidence[bin] - hits[bin]) / confidences.length;
                bins.add(new Bin(rows[bin], confidence[bin] / rows[bin], (double) hits[bin] / rows[bin]));
            }
        }
        return new Reliability(ece, bins);
    }
}
