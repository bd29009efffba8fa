package io.parley.intent.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Arithmetic on rows of matrices that lie in flat vectors. Every sum is made in the same order whatever the width of the
 * machine's vectors, so the numbers do not depend on it.
 */
public final class Rows {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private Rows() {}

    /** {@code target[to…] += scale · source[from…]}, {@code n} numbers. */
    public static void addScaledInPlace(float[] target, int to, float scale, float[] source, int from, int n) {
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            FloatVector.fromArray(SPECIES, source, from + k)
                    .fma(FloatVector.broadcast(SPECIES, scale), FloatVector.fromArray(SPECIES, target, to + k))
                    .intoArray(target, to + k);
        }
        for (; k < n; k++) {
            target[to + k] = Math.fma(scale, source[from + k], target[to + k]);
        }
    }

    /**
     * {@code target[to…] += x · M}: the product of some numbers with as many rows of a matrix.
     *
     * @param x {@code [count]}, from {@code at} on, {@code stride} apart
     * @param matrix {@code [count × n]}, from {@code from} on
     */
    public static void addProductInPlace(
            float[] target, int to, float[] x, int at, int stride, int count, float[] matrix, int from, int n) {
        int row = 0;
        for (; row <= count - 4; row += 4) {
            int first = from + row * n;
            addFourInPlace(
                    target,
                    to,
                    x[at + row * stride],
                    x[at + (row + 1) * stride],
                    x[at + (row + 2) * stride],
                    x[at + (row + 3) * stride],
                    matrix,
                    first,
                    n);
        }
        for (; row < count; row++) {
            addScaledInPlace(target, to, x[at + row * stride], matrix, from + row * n, n);
        }
    }

    /** Four rows at once, so that the target is read and written once for all of them. */
    private static void addFourInPlace(
            float[] target, int to, float a, float b, float c, float d, float[] matrix, int from, int n) {
        if (a == 0 && b == 0 && c == 0 && d == 0) {
            return;
        }
        FloatVector as = FloatVector.broadcast(SPECIES, a);
        FloatVector bs = FloatVector.broadcast(SPECIES, b);
        FloatVector cs = FloatVector.broadcast(SPECIES, c);
        FloatVector ds = FloatVector.broadcast(SPECIES, d);
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            FloatVector sum = FloatVector.fromArray(SPECIES, target, to + k);
            sum = FloatVector.fromArray(SPECIES, matrix, from + k).fma(as, sum);
            sum = FloatVector.fromArray(SPECIES, matrix, from + n + k).fma(bs, sum);
            sum = FloatVector.fromArray(SPECIES, matrix, from + 2 * n + k).fma(cs, sum);
            sum = FloatVector.fromArray(SPECIES, matrix, from + 3 * n + k).fma(ds, sum);
            sum.intoArray(target, to + k);
        }
        for (; k < n; k++) {
            float sum = Math.fma(a, matrix[from + k], target[to + k]);
            sum = Math.fma(b, matrix[from + n + k], sum);
            sum = Math.fma(c, matrix[from + 2 * n + k], sum);
            target[to + k] = Math.fma(d, matrix[from + 3 * n + k], sum);
        }
    }

    /** The transpose of the {@code [rows × cols]} matrix that begins at {@code from}. */
    public static float[] transposed(float[] source, int from, int rows, int cols) {
        float[] transposed = new float[rows * cols];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                transposed[c * rows + r] = source[from + r * cols + c];
            }
        }
        return transposed;
    }
}
