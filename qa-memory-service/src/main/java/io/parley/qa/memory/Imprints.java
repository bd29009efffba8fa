package io.parley.qa.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What training left of every single fact: a vector {@code v_i} that its questions point along, and {@code v_0} for what no
 * fact fits. An encoding e is read as {@code r_i = (v_i − v_0)·e}: above 0 where the fact fits better than none. Immutable.
 */
public final class Imprints {

    private final double[] vectors;
    private final int facts;

    /** @param vectors {@code [D × (n + 1)]}: one column a fact, then the one for "no fact fits" */
    Imprints(double[] vectors, int facts) {
        this.vectors = vectors;
        this.facts = facts;
    }

    /** Imprints of no fact at all, for encodings {@code [D]}. */
    public static Imprints none(int encoding) {
        return new Imprints(new double[encoding], 0);
    }

    /** n, how many facts have one. */
    public int count() {
        return facts;
    }

    /**
     * Reads an encoding.
     *
     * @param encoding e, {@code [D]}
     * @return r, {@code [n]}
     */
    public double[] read(double[] encoding) {
        double[] all = new double[facts + 1];
        Kernels.addProductInPlace(all, encoding, vectors, 0, 1, encoding.length, facts + 1);
        double[] readings = new double[facts];
        for (int i = 0; i < facts; i++) {
            readings[i] = all[i] - all[facts];
        }
        return readings;
    }

    /** Writes the vectors as 64-bit little-endian numbers; the same imprints give the same bytes. */
    public void writeTo(OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(vectors.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(vectors);
        out.write(bytes.array());
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException if there are more or fewer numbers than so many imprints have
     */
    public static Imprints readFrom(InputStream in, int facts, int encoding) throws IOException {
        return new Imprints(
                StoredNumbers.read(in, (facts + 1) * encoding, "the imprints of " + facts + " facts"), facts);
    }
}
