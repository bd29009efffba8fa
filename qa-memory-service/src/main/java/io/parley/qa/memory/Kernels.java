package io.parley.qa.memory;

import java.util.SplittableRandom;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The few loops everything is made of. Matrices are row-major in flat arrays. Vectors lie along rows of the result, so that
 * no sum is made in another order: the same numbers give the same bytes on every machine.
 */
final class Kernels {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private Kernels() {}

    /**
     * {@code C += A · B}.
     *
     * @param c {@code [n × m]}, changed
     * @param a {@code [n × k]}
     * @param b the vector that holds B {@code [k × m]} from {@code bOffset} on
     */
    static void addProductInPlace(double[] c, double[] a, double[] b, int bOffset, int n, int k, int m) {
        int row = 0;
        for (; row <= n - 4; row += 4) {
            addFourRows(c, row * m, a, row * k, k, 1, k, b, bOffset, m);
        }
        for (; row < n; row++) {
            addRow(c, row * m, a, row * k, 1, k, b, bOffset, m);
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
        for (; row <= k - 4; row += 4) {
            addFourRows(c, cOffset + row * m, a, row, 1, k, n, b, 0, m);
        }
        for (; row < k; row++) {
            addRow(c, cOffset + row * m, a, row, k, n, b, 0, m);
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
        addProductInPlace(c, a, transposed(b, bOffset, k, m), 0, n, m, k);
    }

    /** Bᵀ, {@code [m × k]}. */
    static double[] transposed(double[] b, int bOffset, int k, int m) {
        double[] transposed = new double[m * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < m; j++) {
                transposed[j * k + i] = b[bOffset + i * m + j];
            }
        }
        return transposed;
    }

    /** {@code length} values from an offset on, {@code n} times: what a layer starts from, its bias. */
    static double[] repeated(double[] x, int offset, int length, int n) {
        double[] rows = new double[n * length];
        for (int row = 0; row < n; row++) {
            System.arraycopy(x, offset, rows, row * length, length);
        }
        return rows;
    }

    /**
     * The same as {@link #addRow} for four rows of C that follow each other, which share what is read of B.
     *
     * @param step from the x of one row to that of the next
     */
    private static void addFourRows(
            double[] c, int to, double[] x, int at, int step, int stride, int count, double[] b, int bOffset, int m) {
        int vectors = m / LANES * LANES;
        for (int j = 0; j < vectors; j += LANES) {
            int cell = to + j;
            DoubleVector c0 = DoubleVector.fromArray(SPECIES, c, cell);
            DoubleVector c1 = DoubleVector.fromArray(SPECIES, c, cell + m);
            DoubleVector c2 = DoubleVector.fromArray(SPECIES, c, cell + 2 * m);
            DoubleVector c3 = DoubleVector.fromArray(SPECIES, c, cell + 3 * m);
            for (int i = 0; i < count; i++) {
                DoubleVector row = DoubleVector.fromArray(SPECIES, b, bOffset + i * m + j);
                int factor = at + i * stride;
                c0 = row.fma(DoubleVector.broadcast(SPECIES, x[factor]), c0);
                c1 = row.fma(DoubleVector.broadcast(SPECIES, x[factor + step]), c1);
                c2 = row.fma(DoubleVector.broadcast(SPECIES, x[factor + 2 * step]), c2);
                c3 = row.fma(DoubleVector.broadcast(SPECIES, x[factor + 3 * step]), c3);
            }
            c0.intoArray(c, cell);
            c1.intoArray(c, cell + m);
            c2.intoArray(c, cell + 2 * m);
            c3.intoArray(c, cell + 3 * m);
        }
        for (int r = 0; r < 4 && vectors < m; r++) {
            addScalars(c, to + r * m + vectors, x, at + r * step, stride, count, b, bOffset + vectors, m, m - vectors);
        }
    }

    /**
     * {@code C[to…] += x · B}.
     *
     * @param x {@code [count]}, from {@code at} on, {@code stride} apart
     * @param b {@code [count × m]}, from {@code bOffset} on
     */
    private static void addRow(
            double[] c, int to, double[] x, int at, int stride, int count, double[] b, int bOffset, int m) {
        int vectors = m / LANES * LANES;
        for (int j = 0; j < vectors; j += LANES) {
            DoubleVector sum = DoubleVector.fromArray(SPECIES, c, to + j);
            for (int i = 0; i < count; i++) {
                DoubleVector factor = DoubleVector.broadcast(SPECIES, x[at + i * stride]);
                sum = DoubleVector.fromArray(SPECIES, b, bOffset + i * m + j).fma(factor, sum);
            }
            sum.intoArray(c, to + j);
        }
        addScalars(c, to + vectors, x, at, stride, count, b, bOffset + vectors, m, m - vectors);
    }

    /** The columns that fill no vector. */
    private static void addScalars(
            double[] c, int to, double[] x, int at, int stride, int count, double[] b, int bOffset, int m, int left) {
        for (int i = 0; i < count; i++) {
            double factor = x[at + i * stride];
            for (int j = 0; j < left; j++) {
                c[to + j] = Math.fma(b[bOffset + i * m + j], factor, c[to + j]);
            }
        }
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
        return softmax(logits, Segments.one(logits.length));
    }

    /** The softmax of every part for itself. */
    static double[] softmax(double[] logits, Segments parts) {
        double[] result = new double[logits.length];
        for (int part = 0; part < parts.parts(); part++) {
            int from = parts.start(part);
            int to = from + parts.length(part);
            double max = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                max = Math.max(max, logits[i]);
            }
            double sum = 0;
            for (int i = from; i < to; i++) {
                result[i] = StrictMath.exp(logits[i] - max);
                sum += result[i];
            }
            for (int i = from; i < to; i++) {
                result[i] /= sum;
            }
        }
        return result;
    }

    /**
     * The gradient of a loss for softmax's logits, given that for its result: {@code p_i (dp_i − Σ_j p_j dp_j)}.
     *
     * @param probabilities {@code [n]}
     * @param gradient {@code [n]}, for the probabilities
     * @param parts what the softmax was taken over
     * @return {@code [n]}, for the logits
     */
    static double[] softmaxBackward(double[] probabilities, double[] gradient, Segments parts) {
        double[] result = new double[probabilities.length];
        for (int part = 0; part < parts.parts(); part++) {
            int from = parts.start(part);
            int length = parts.length(part);
            double mean = dot(probabilities, from, gradient, from, length);
            for (int i = from; i < from + length; i++) {
                result[i] = probabilities[i] * (gradient[i] - mean);
            }
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
