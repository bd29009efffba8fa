package io.parley.neural.kernel;

import java.util.Arrays;

/**
 * Vectors of one length to compare another with, all at once. They lie in blocks, a number of each vector in turn, so that
 * a comparison reads them once from end to end. Every inner product is summed up in the same order, whatever else is in
 * the index. Immutable and thread-safe.
 */
public final class VectorIndex {

    private static final int BLOCK = 64;

    private final int size;
    private final int dimensions;
    private final float[] blocks;

    /** @param vectors {@code [size][at least dimensions]} */
    public VectorIndex(float[][] vectors, int dimensions) {
        this.size = vectors.length;
        this.dimensions = dimensions;
        this.blocks = new float[Math.ceilDiv(size, BLOCK) * BLOCK * dimensions];
        for (int i = 0; i < size; i++) {
            int at = place(i);
            for (int d = 0; d < dimensions; d++) {
                blocks[at + d * BLOCK] = vectors[i][d];
            }
        }
    }

    public int size() {
        return size;
    }

    /** The vector of that number, {@code [dimensions]}. */
    public float[] vector(int number) {
        float[] vector = new float[dimensions];
        int at = place(number);
        for (int d = 0; d < dimensions; d++) {
            vector[d] = blocks[at + d * BLOCK];
        }
        return vector;
    }

    /**
     * The inner product with every vector, {@code [size]}.
     *
     * @param x {@code [at least dimensions]}
     */
    public float[] products(float[] x) {
        float[] products = new float[Math.ceilDiv(size, BLOCK) * BLOCK];
        for (int at = 0; at < products.length; at += BLOCK) {
            Rows.addProductInPlace(products, at, x, 0, 1, dimensions, blocks, at * dimensions, BLOCK);
        }
        return Arrays.copyOf(products, size);
    }

    private int place(int number) {
        return number / BLOCK * BLOCK * dimensions + number % BLOCK;
    }
}
