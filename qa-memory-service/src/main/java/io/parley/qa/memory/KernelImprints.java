package io.parley.qa.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What training left of the texts it learned from: how much being like each of them speaks for each fact, {@code v_ji}. A
 * text with the cosines {@code c_j} to those texts is read as {@code r_i = Σ_j k(c_j) v_ji}, with the kernel
 * {@code k(c) = ((1 + c) / 2)³}: above 0 where the fact fits better than none. Immutable.
 */
public final class KernelImprints {

    private final float[] weights;
    private final int texts;
    private final int facts;

    /** @param weights {@code [m × n]}, of m texts for n facts */
    KernelImprints(float[] weights, int texts, int facts) {
        this.weights = weights;
        this.texts = texts;
        this.facts = facts;
    }

    /** KernelImprints of no fact at all. */
    public static KernelImprints none() {
        return new KernelImprints(new float[0], 0, 0);
    }

    /** n, how many facts have one. */
    public int count() {
        return facts;
    }

    /** How much two texts with this cosine count as the same. */
    static double kernel(double cosine) {
        double alike = (1 + cosine) / 2;
        return alike * alike * alike;
    }

    /**
     * Reads a text.
     *
     * @param cosines c, {@code [m]}: with the places of the texts that were learned from
     * @return r, {@code [n]}
     */
    public double[] read(float[] cosines) {
        if (cosines.length != texts) {
            throw new IllegalArgumentException(
                    "there are kernel imprints of " + texts + " texts, not of " + cosines.length);
        }
        double[] readings = new double[facts];
        for (int j = 0; j < texts; j++) {
            double alike = kernel(cosines[j]);
            int row = j * facts;
            for (int i = 0; i < facts; i++) {
                readings[i] += alike * weights[row + i];
            }
        }
        return readings;
    }

    /** Writes the weights as 64-bit little-endian numbers; the same imprints give the same bytes. */
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(weights.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float weight : weights) {
            bytes.putDouble(weight);
        }
        out.write(bytes.array());
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException if there are more or fewer numbers than so many imprints have
     */
    public static KernelImprints readFrom(InputStream in, int texts, int facts) throws IOException {
        double[] stored = StoredNumbers.read(
                in, texts * facts, "the kernel imprints of " + facts + " facts in " + texts + " texts");
        float[] weights = new float[stored.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) stored[i];
            if (!Float.isFinite(weights[i])) {
                throw new IOException("number " + i + " of the kernel imprints is too large: " + stored[i]);
            }
        }
        return new KernelImprints(weights, texts, facts);
    }
}
