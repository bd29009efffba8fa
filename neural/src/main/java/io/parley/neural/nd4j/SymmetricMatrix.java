package io.parley.neural.nd4j;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACKE_spotrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_spotri;
import static org.bytedeco.openblas.global.openblas.LAPACKE_spotrs;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;

import java.util.function.DoubleUnaryOperator;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A symmetric, positive definite matrix {@code [m × m]} of 32-bit numbers outside the Java heap, of which the lower triangle
 * is kept, column by column. LAPACK, which ND4J brings along, does the work, on one thread where {@code OMP_NUM_THREADS} is 1.
 * Not thread-safe.
 */
public final class SymmetricMatrix implements AutoCloseable {

    private static final byte LOWER = 'L';

    private final int size;
    private final FloatPointer values;

    private SymmetricMatrix(int size) {
        this.size = size;
        this.values = new FloatPointer((long) size * size);
    }

    /** The inner products of vectors of one length; at least one. */
    public static SymmetricMatrix products(float[][] vectors) {
        int length = vectors[0].length;
        SymmetricMatrix products = new SymmetricMatrix(vectors.length);
        try (FloatPointer columns = matrix(vectors)) {
            cblas_ssyrk(
                    CblasColMajor,
                    CblasLower,
                    CblasTrans,
                    vectors.length,
                    length,
                    1,
                    columns,
                    length,
                    0,
                    products.values,
                    vectors.length);
        }
        return products;
    }

    /** Puts a function of each number in its place, and adds a ridge to the diagonal. */
    public void map(DoubleUnaryOperator function, double ridge) {
        for (int j = 0; j < size; j++) {
            float[] column = below(j);
            for (int i = 0; i < column.length; i++) {
                column[i] = (float) function.applyAsDouble(column[i]);
            }
            column[0] += (float) ridge;
            values.position(start(j)).put(column);
        }
        values.position(0);
    }

    /** Puts its Cholesky factor in its place. */
    public void factor() {
        check(LAPACKE_spotrf(LAPACK_COL_MAJOR, LOWER, size, values, size));
    }

    /** Puts the inverse in place of the {@link #factor}. */
    public void invert() {
        check(LAPACKE_spotri(LAPACK_COL_MAJOR, LOWER, size, values, size));
    }

    /**
     * Solves the system of which this is the {@link #factor}.
     *
     * @param right {@code [columns][m]}
     * @return {@code [columns][m]}
     */
    public float[][] solve(float[][] right) {
        try (FloatPointer columns = matrix(right)) {
            check(LAPACKE_spotrs(LAPACK_COL_MAJOR, LOWER, size, right.length, values, size, columns, size));
            float[][] solved = new float[right.length][size];
            for (int c = 0; c < right.length; c++) {
                columns.position((long) c * size).get(solved[c]);
            }
            columns.position(0);
            return solved;
        }
    }

    /** The rows and columns of these numbers, which rise. */
    public SymmetricMatrix only(int[] numbers) {
        SymmetricMatrix part = new SymmetricMatrix(numbers.length);
        for (int j = 0; j < numbers.length; j++) {
            float[] column = below(numbers[j]);
            float[] some = new float[numbers.length - j];
            for (int i = j; i < numbers.length; i++) {
                some[i - j] = column[numbers[i] - numbers[j]];
            }
            part.values.position(part.start(j)).put(some);
        }
        part.values.position(0);
        return part;
    }

    @Override
    public void close() {
        values.close();
    }

    /** A column from the diagonal down. */
    private float[] below(int column) {
        float[] below = new float[size - column];
        values.position(start(column)).get(below);
        values.position(0);
        return below;
    }

    private long start(int column) {
        return (long) column * size + column;
    }

    private static FloatPointer matrix(float[][] columns) {
        FloatPointer matrix = new FloatPointer((long) columns.length * columns[0].length);
        for (int c = 0; c < columns.length; c++) {
            matrix.position((long) c * columns[0].length).put(columns[c]);
        }
        return matrix.position(0);
    }

    private void check(int info) {
        if (info < 0) {
            throw new IllegalArgumentException(
                    "argument " + -info + " of LAPACK is wrong, or a number of the matrix is none");
        }
        if (info > 0) {
            throw new ArithmeticException("the matrix of " + size
                    + " rows is not positive definite: its part of the first " + info + " is not");
        }
    }
}
