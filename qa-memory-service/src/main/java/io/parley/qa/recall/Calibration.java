package io.parley.qa.recall;

/**
 * Makes probabilities of logits, so that thresholds mean something. Fitted on questions the network did not learn from.
 *
 * @param temperature the choice's logits are divided by it
 * @param doubtSlope the doubt's logit is multiplied by it
 * @param doubtShift and this added
 * @param noFactAt above this probability that no fact fits, the honest answer is that a person will tell
 */
public record Calibration(double temperature, double doubtSlope, double doubtShift, double noFactAt) {

    /** Logits as they are. */
    public static final Calibration NONE = new Calibration(1, 1, 0, 0.5);

    public Calibration {
        if (!(temperature > 0) || !(noFactAt > 0 && noFactAt < 1)) {
            throw new IllegalArgumentException(
                    "a calibration needs a positive temperature and a threshold in (0, 1), not " + temperature + " and "
                            + noFactAt);
        }
    }

    /** {@code [n]}, summing to 1: which fact, given that one fits. */
    double[] choice(double[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = StrictMath.exp((logits[i] - max) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /** How probable it is that no fact fits. */
    double noFact(double doubt) {
        return 1 / (1 + StrictMath.exp(-(doubtSlope * doubt + doubtShift)));
    }
}
