package io.parley.intent.network;

import io.parley.neural.encoder.Pretrained;
import java.util.Arrays;

/**
 * The first encoder's vectors of what the network learnt from, to tell how far a new text lies from all of it. Immutable.
 *
 * <p>Stored with 16 bits a number, and column by column, so that all cosines come out of one vectorised pass.
 */
public final class Neighbours {

    private static final int DIM = Pretrained.DIMENSIONS;
    private static final int NEAREST = 5;

    private final float[] columns;
    private final int count;

    private Neighbours(float[] columns, int count) {
        this.columns = columns;
        this.count = count;
    }

    /**
     * @param vectors {@code [count][at least dim]}, the first {@code dim} numbers of length 1
     */
    public static Neighbours of(float[][] vectors) {
        float[] columns = new float[vectors.length * DIM];
        for (int row = 0; row < vectors.length; row++) {
            for (int d = 0; d < DIM; d++) {
                columns[d * vectors.length + row] = Float.float16ToFloat(Float.floatToFloat16(vectors[row][d]));
            }
        }
        return new Neighbours(columns, vectors.length);
    }

    /**
     * As {@link #halves()} gave it.
     *
     * @throws IllegalArgumentException if that cannot be
     */
    static Neighbours restore(short[] halves) {
        if (halves.length % DIM != 0) {
            throw new IllegalArgumentException(halves.length + " numbers are no vectors of " + DIM);
        }
        float[] columns = new float[halves.length];
        for (int i = 0; i < halves.length; i++) {
            columns[i] = Float.float16ToFloat(halves[i]);
        }
        return new Neighbours(columns, halves.length / DIM);
    }

    /** {@code [dim × count]}, 16-bit floats. */
    short[] halves() {
        short[] halves = new short[columns.length];
        for (int i = 0; i < columns.length; i++) {
            halves[i] = Float.floatToFloat16(columns[i]);
        }
        return halves;
    }

    /**
     * One minus the mean cosine with the five nearest vectors, in [0, 2]; 1 if there are none.
     *
     * @param vector {@code [at least dim]}, the first {@code dim} numbers of length 1
     */
    double distance(float[] vector) {
        if (count == 0) {
            return 1;
        }
        float[] cosines = new float[count];
        for (int d = 0; d < DIM; d++) {
            Kernels.addRowInPlace(cosines, columns, d * count, vector[d]);
        }
        Arrays.sort(cosines);
        int taken = Math.min(NEAREST, count);
        double sum = 0;
        for (int i = count - taken; i < count; i++) {
            sum += cosines[i];
        }
        return 1 - sum / taken;
    }
}
