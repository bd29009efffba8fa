package io.parley.qa.memory;

import java.util.SplittableRandom;

/**
 * The few loops everything is made of. Matrices are row-major in flat arrays. Inner loops run along rows of the result,
 * so that the compiler turns them into vector instructions without changing the order of any sum: the same numbers give
 * the same bytes on every machine.
 */
final class Kernels {

    private Kernels() {}

    /**
     * {@code C += A · B}.
     *
     * @param c {@code [n × m]}, changed
     * @param a {@code [n × k]}
     * @param b the vector that holds B {@code [k × m]} from {@code bOffset} on
     */
    static void addProductInPlace(double[] c, double[] a, double[] b, int bOffset, int n, int k, int m) {
        for (int row = 0; row < n; row++) {
            int cRow = row * m;
            int aRow = row * k;
            int i = 0;
            for (; i + 3 < k; i += 4) {
                double a0 = a[aRow + i];
                double a1 = a[aRow + i + 1];
                double a2 = a[aRow + i + 2];
                double a3 = a[aRow + i + 3];
                int b0 = bOffset + i * m;
                int b1 = b0 + m;
                int b2 = b1 + m;
                int b3 = b2 + m;
                for (int j = 0; j < m; j++) {
                    c[cRow + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
                }
            }
            for (; i < k; i++) {
                double a0 = a[aRow + i];
                int b0 = bOffset + i * m;
                for (int j = 0; j < m; j++) {
                    c[cRow + j] += a0 * b[b0 + j];
                }
            }
        }
    }

    /**
     * {@code C += Aᵀ · B}: what a weight matrix gets from its inputs A and its outputs' gradient B.
     *
     * @param c the vector that holds C {@code [k × m]} from {@code cOffset} on, changed
     * @param a {@code [n × k]}
     * @param b {@code [n × m]}
     */
    static void addTransposedProductInPlace(double[] c, int cOffset, double[] a, double[] b, int n, int k, int m) {
        int row = 0;
        for (; row + 3 < n; row += 4) {
            int b0 = row * m;
            int b1 = b0 + m;
            int b2 = b1 + m;
            int b3 = b2 + m;
            for (int i = 0; i < k; i++) {
                double a0 = a[row * k + i];
                double a1 = a[(row + 1) * k + i];
                double a2 = a[(row + 2) * k + i];
                double a3 = a[(row + 3) * k + i];
                int cRow = cOffset + i * m;
                for (int j = 0; j < m; j++) {
                    c[cRow + j] += a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j];
                }
            }
        }
        for (; row < n; row++) {
            int b0 = row * m;
            for (int i = 0; i < k; i++) {
                double a0 = a[row * k + i];
                int cRow = cOffset + i * m;
                for (int j = 0; j < m; j++) {
                    c[cRow + j] += a0 * b[b0 + j];
                }
            }
        }
    }

    /**
     * {@code C += A · Bᵀ}: what inputs get from their outputs' gradient A and the weight matrix B.
     *
     * @param c {@code [n × k]}, changed
     * @param a {@code [n × m]}
     * @param b the vector that holds B {@code [k × m]} from {@code bOffset} on
     */
    static void addProductTransposedInPlace(double[] c, double[] a, double[] b, int bOffset, int n, int k, int m) {
        double[] transposed = new double[m * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < m; j++) {
                transposed[j * k + i] = b[bOffset + i * m + j];
            }
        }
        addProductInPlace(c, a, transposed, 0, n, m, k);
    }

    /** Adds {@code scale · x} to {@code y}, {@code length} values from the two offsets on. */
    static void addScaledInPlace(double[] y, int yOffset, double scale, double[] x, int xOffset, int length) {
        for (int i = 0; i < length; i++) {
            y[yOffset + i] += scale * x[xOffset + i];
        }
    }

    /** Adds the sum over the rows of {@code a [n × m]} to {@code m} values of {@code c}: a bias's gradient. */
    static void addColumnSumsInPlace(double[] c, int cOffset, double[] a, int n, int m) {
        for (int row = 0; row < n; row++) {
            addScaledInPlace(c, cOffset, 1, a, row * m, m);
        }
    }

    /** The inner product of {@code length} values. */
    static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[aOffset + i] * b[bOffset + i];
            s1 += a[aOffset + i + 1] * b[bOffset + i + 1];
            s2 += a[aOffset + i + 2] * b[bOffset + i + 2];
            s3 += a[aOffset + i + 3] * b[bOffset + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[aOffset + i] * b[bOffset + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /**
     * {@code p_i = exp(x_i) / Σ_j exp(x_j)}.
     *
     * @param logits {@code [n]}, n at least 1
     * @return {@code [n]}, each in [0, 1], summing to 1 within 1e-12
     */
    static double[] softmax(double[] logits) {
        double max = logits[0];
        for (double logit : logits) {
            max = Math.max(max, logit);
        }
        double[] result = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            result[i] = StrictMath.exp(logits[i] - max);
            sum += result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /**
     * The gradient of a loss for softmax's logits, given that for its result: {@code p_i (dp_i − Σ_j p_j dp_j)}.
     *
     * @param probabilities {@code [n]}
     * @param gradient {@code [n]}, for the probabilities
     * @return {@code [n]}, for the logits
     */
    static double[] softmaxBackward(double[] probabilities, double[] gradient) {
        double mean = dot(probabilities, 0, gradient, 0, probabilities.length);
        double[] result = new double[probabilities.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = probabilities[i] * (gradient[i] - mean);
        }
        return result;
    }

    /** {@code 1 / (1 + exp(−x))}. */
    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** {@code log(1 + exp(x))} without overflow. */
    static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    static void tanhInPlace(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = StrictMath.tanh(x[i]);
        }
    }

    /** The gradient before tanh, given its results and the gradient behind it: {@code dy (1 − y²)}. */
    static double[] tanhBackward(double[] y, double[] gradient) {
        double[] result = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            result[i] = gradient[i] * (1 - y[i] * y[i]);
        }
        return result;
    }

    /** Puts the numbers in an order by chance. */
    static void shuffleInPlace(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
    }
}
