package io.parley.neural.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Arithmetic on rows of matrices that lie in flat vectors. Every sum is made in the same order whatever the width of the
 * machine's vectors, so the numbers do not depend on it.
 *
 * <p>Where a row's length is no multiple of that width, its last vector begins early and overlaps the one before. Both are
 * read before either is written, so the numbers in both come out the same.
 */
public final class Rows {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private Rows() {}

    /** {@code target[to…] += scale · source[from…]}, {@code n} numbers. */
    public static void addScaledInPlace(float[] target, int to, float scale, float[] source, int from, int n) {
        if (n < LANES) {
            for (int k = 0; k < n; k++) {
                target[to + k] = Math.fma(scale, source[from + k], target[to + k]);
            }
            return;
        }
        FloatVector factor = FloatVector.broadcast(SPECIES, scale);
        FloatVector last = FloatVector.fromArray(SPECIES, source, from + n - LANES)
                .fma(factor, FloatVector.fromArray(SPECIES, target, to + n - LANES));
        for (int k = 0; k <= n - LANES; k += LANES) {
            FloatVector.fromArray(SPECIES, source, from + k)
                    .fma(factor, FloatVector.fromArray(SPECIES, target, to + k))
                    .intoArray(target, to + k);
        }
        last.intoArray(target, to + n - LANES);
    }

    /**
     * {@code target[to…] += x · M}: the product of some numbers with as many rows of a matrix.
     *
     * @param x {@code [count]}, from {@code at} on, {@code stride} apart
     * @param matrix {@code [count × n]}, from {@code from} on
     */
    public static void addProductInPlace(
            float[] target, int to, float[] x, int at, int stride, int count, float[] matrix, int from, int n) {
        if (n < LANES) {
            for (int row = 0; row < count; row++) {
                addScaledInPlace(target, to, x[at + row * stride], matrix, from + row * n, n);
            }
            return;
        }
        boolean overlaps = n % LANES != 0;
        int alone = n / LANES * LANES - (overlaps ? LANES : 0);
        int column = 0;
        for (; column <= alone - 4 * LANES; column += 4 * LANES) {
            addFourColumns(target, to + column, x, at, stride, count, matrix, from + column, n);
        }
        for (; column <= alone - 2 * LANES; column += 2 * LANES) {
            addTwoColumns(target, to + column, LANES, x, at, stride, count, matrix, from + column, n);
        }
        if (column < alone) {
            addColumn(target, to + column, x, at, stride, count, matrix, from + column, n);
        }
        if (overlaps) {
            addTwoColumns(target, to + alone, n - LANES - alone, x, at, stride, count, matrix, from + alone, n);
        }
    }

    // Columns, as wide as a vector, stay in registers while all rows are gone through; several at once, so that the
    // processor has something to do while it waits for a sum.

    private static void addFourColumns(
            float[] target, int to, float[] x, int at, int stride, int count, float[] matrix, int from, int n) {
        FloatVector a = FloatVector.fromArray(SPECIES, target, to);
        FloatVector b = FloatVector.fromArray(SPECIES, target, to + LANES);
        FloatVector c = FloatVector.fromArray(SPECIES, target, to + 2 * LANES);
        FloatVector d = FloatVector.fromArray(SPECIES, target, to + 3 * LANES);
        for (int row = 0; row < count; row++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, x[at + row * stride]);
            int cell = from + row * n;
            a = FloatVector.fromArray(SPECIES, matrix, cell).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, matrix, cell + LANES).fma(factor, b);
            c = FloatVector.fromArray(SPECIES, matrix, cell + 2 * LANES).fma(factor, c);
            d = FloatVector.fromArray(SPECIES, matrix, cell + 3 * LANES).fma(factor, d);
        }
        a.intoArray(target, to);
        b.intoArray(target, to + LANES);
        c.intoArray(target, to + 2 * LANES);
        d.intoArray(target, to + 3 * LANES);
    }

    /** @param apart how far the second begins after the first */
    private static void addTwoColumns(
            float[] target,
            int to,
            int apart,
            float[] x,
            int at,
            int stride,
            int count,
            float[] matrix,
            int from,
            int n) {
        FloatVector a = FloatVector.fromArray(SPECIES, target, to);
        FloatVector b = FloatVector.fromArray(SPECIES, target, to + apart);
        for (int row = 0; row < count; row++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, x[at + row * stride]);
            int cell = from + row * n;
            a = FloatVector.fromArray(SPECIES, matrix, cell).fma(factor, a);
            b = FloatVector.fromArray(SPECIES, matrix, cell + apart).fma(factor, b);
        }
        a.intoArray(target, to);
        b.intoArray(target, to + apart);
    }

    private static void addColumn(
            float[] target, int to, float[] x, int at, int stride, int count, float[] matrix, int from, int n) {
        FloatVector sum = FloatVector.fromArray(SPECIES, target, to);
        for (int row = 0; row < count; row++) {
            FloatVector factor = FloatVector.broadcast(SPECIES, x[at + row * stride]);
            sum = FloatVector.fromArray(SPECIES, matrix, from + row * n).fma(factor, sum);
        }
        sum.intoArray(target, to);
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
