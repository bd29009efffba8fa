package io.parley.modelservice.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Whether two versions that were asked the same are equally often right, by the rows on which one is right and the other
 * is not: with {@code b} rows that only the first gets right and {@code c} that only the second does, either is as likely
 * as the other if the versions are equally good.
 *
 * @param method how {@code p} was computed
 * @param p how probable so uneven a split is between versions that are equally good, in [0, 1]
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar (1947), Note on the sampling error of the difference between
 *     correlated proportions</a>
 */
public record McNemar(Method method, double p) {

    /** With so many rows that count, the approximation is as good as the exact figure. */
    private static final int ENOUGH_TO_APPROXIMATE = 25;

    /** Beyond this the series of the error function needs many terms, and the continued fraction few. */
    private static final double SERIES_UP_TO = 3;

    private static final int TERMS = 80;

    /** How the figure comes about. */
    public enum Method {
        /** Two-sided binomial test with probability one half. */
        EXACT,
        /** Chi-square with one degree of freedom and the correction for continuity. */
        CHI_SQUARE;

        /** As it stands in replies: {@code chi-square}. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param onlyFirst rows that only the first gets right
     * @param onlySecond rows that only the second gets right
     */
    public static McNemar of(int onlyFirst, int onlySecond) {
        return onlyFirst + onlySecond < ENOUGH_TO_APPROXIMATE
                ? new McNemar(Method.EXACT, exact(onlyFirst, onlySecond))
                : new McNemar(Method.CHI_SQUARE, upperTail(statistic(onlyFirst, onlySecond)));
    }

    /** {@code min(1, 2 · Σ_{i ≤ min(b,c)} C(b+c, i) / 2^(b+c))}. */
    private static double exact(int b, int c) {
        int n = b + c;
        double ways = 1;
        double sum = 0;
        for (int i = 0; i <= Math.min(b, c); i++) {
            sum += ways;
            ways = ways * (n - i) / (i + 1);
        }
        return Math.min(1, 2 * sum / Math.pow(2, n));
    }

    /**
     * {@code (|b − c| − 1)² / (b + c)}; 0 where the correction is more than the difference.
     *
     * @see <a href="https://doi.org/10.1007/BF02289261">Edwards (1948), Note on the "correction for continuity" in testing
     *     the significance of the difference between correlated proportions</a>
     */
    private static double statistic(int b, int c) {
        double difference = Math.max(0, Math.abs(b - c) - 1);
        return difference * difference / (b + c);
    }

    /**
     * How probable a chi-square variable with one degree of freedom is to exceed {@code x}: {@code erfc(√(x/2))}.
     *
     * @see <a href="https://dlmf.nist.gov/7.6#E2">DLMF 7.6.2</a> for the series and
     *     <a href="https://dlmf.nist.gov/7.9#E1">7.9.1</a> for the continued fraction
     */
    static double upperTail(double x) {
        double z = Math.sqrt(x / 2);
        return z <= SERIES_UP_TO ? 1 - errorFunction(z) : complement(z);
    }

    /** {@code erf(z) = 2/√π · e^(−z²) · Σ_n 2^n z^(2n+1) / (1·3·…·(2n+1))}; every term is positive. */
    private static double errorFunction(double z) {
        double term = z;
        double sum = z;
        for (int n = 1; n <= TERMS; n++) {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
    }

    /** {@code erfc(z) = e^(−z²)/√π · 1/(z + ½/(z + 1/(z + 3/2/(z + …))))}, from the inside out. */
    private static double complement(double z) {
        double inner = z;
        for (int n = TERMS; n >= 1; n--) {
            inner = z + n / 2.0 / inner;
        }
        return Math.exp(-z * z) / Math.sqrt(Math.PI) / inner;
    }
}
