package io.parley.orderflow.pitch;

import java.util.random.RandomGenerator;

/**
 * Draws from a beta distribution: {@code X / (X + Y)} for {@code X ~ Gamma(a)} and {@code Y ~ Gamma(b)}.
 *
 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang (2000)</a>, by whose method gammas are drawn
 */
final class BetaDraw {

    private BetaDraw() {}

    /**
     * @param a at least 1
     * @param b at least 1
     * @return in (0, 1)
     * @throws IllegalArgumentException if {@code a} or {@code b} is below 1
     */
    static double next(double a, double b, RandomGenerator random) {
        double x = gamma(a, random);
        return x / (x + gamma(b, random));
    }

    private static double gamma(double shape, RandomGenerator random) {
        if (!(shape >= 1)) {
            throw new IllegalArgumentException("a shape of " + shape + " is below 1");
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                v = v * v * v;
                double u = 1 - random.nextDouble();
                if (StrictMath.log(u) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                    return d * v;
                }
            }
        }
    }
}
