package io.parley.orderflow.pitch;

/**
 * Between which bounds a share lies with 95 % confidence: {@code (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)}, where
 * {@code p} is the share seen in {@code n} trials. It holds for few trials and for shares close to 0 and 1 too.
 *
 * @param lower in [0, 1]
 * @param upper in [0, 1]
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a>
 * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001), equation (4)</a>
 */
record WilsonInterval(double lower, double upper) {

    /** The normal distribution's 97.5 % quantile. */
    private static final double Z = 1.959963984540054;

    /**
     * @throws IllegalArgumentException if there is no trial, or there are more successes than trials
     */
    static WilsonInterval of(int successes, int trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        double n = trials;
        double p = successes / n;
        double centre = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return new WilsonInterval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale));
    }
}
