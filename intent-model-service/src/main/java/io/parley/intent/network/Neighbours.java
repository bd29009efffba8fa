package io.parley.intent.network;

import io.parley.neural.encoder.Pretrained;
import io.parley.neural.kernel.VectorIndex;
import java.util.Arrays;

/**
 * The first encoder's vectors of what the network learnt from, to tell how far a new text lies from all of it. Immutable.
 *
 * <p>Stored with 16 bits a number.
 */
public final class Neighbours {

    private static final int DIM = Pretrained.DIMENSIONS;
    private static final int NEAREST = 5;

    private final VectorIndex index;

    private Neighbours(VectorIndex index) {
        this.index = index;
    }

    /**
     * @param vectors {@code [count][at least dim]}, the first {@code dim} numbers of length 1
     */
    public static Neighbours of(float[][] vectors) {
        float[][] stored = new float[vectors.length][DIM];
        for (int i = 0; i < vectors.length; i++) {
            for (int d = 0; d < DIM; d++) {
                stored[i][d] = Float.float16ToFloat(Float.floatToFloat16(vectors[i][d]));
            }
        }
        return new Neighbours(new VectorIndex(stored, DIM));
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
        int count = halves.length / DIM;
        float[][] vectors = new float[count][DIM];
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < DIM; d++) {
                vectors[i][d] = Float.float16ToFloat(halves[d * count + i]);
            }
        }
        return new Neighbours(new VectorIndex(vectors, DIM));
    }

    /** {@code [dim × count]}, 16-bit floats. */
    short[] halves() {
        int count = index.size();
        short[] halves = new short[DIM * count];
        for (int i = 0; i < count; i++) {
            float[] vector = index.vector(i);
            for (int d = 0; d < DIM; d++) {
                halves[d * count + i] = Float.floatToFloat16(vector[d]);
            }
        }
        return halves;
    }

    /**
     * One minus the mean cosine with the five nearest vectors, in [0, 2]; 1 if there are none.
     *
     * @param vector {@code [at least dim]}, the first {@code dim} numbers of length 1
     */
    double distance(float[] vector) {
        if (index.size() == 0) {
            return 1;
        }
        float[] highest = highest(index.products(vector), Math.min(NEAREST, index.size()));
        double sum = 0;
        for (float cosine : highest) {
            sum += cosine;
        }
        return 1 - sum / highest.length;
    }

    /** The highest numbers, the lowest of them first. */
    private static float[] highest(float[] numbers, int count) {
        float[] highest = new float[count];
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (float number : numbers) {
            if (number > highest[0]) {
                int at = 0;
                while (at + 1 < count && highest[at + 1] < number) {
                    highest[at] = highest[at + 1];
                    at++;
                }
                highest[at] = number;
            }
        }
        return highest;
    }
}
