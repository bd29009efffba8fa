package io.parley.neural.encoder;

import java.util.List;

/**
 * A text as a frozen encoder sees it: one vector for the whole, one for each of its pieces. Immutable.
 *
 * <p>A piece is a word or, for rare words, a part of one; a part that continues a word begins with {@code ##}. The pieces'
 * vectors are kept with 16 bits a number.
 */
public final class Encoding {

    private static final int OBJECT_OVERHEAD = 256;

    private final List<String> pieces;
    private final float[] sentence;
    private final short[] tokens;

    /**
     * @param sentence {@code [dim]}, of length 1
     * @param tokens {@code [pieces × dim]}, row after row
     */
    Encoding(List<String> pieces, float[] sentence, float[] tokens) {
        this.pieces = List.copyOf(pieces);
        this.sentence = sentence;
        // Half the memory, so that a cache holds a campaign; three digits are more than the quantised network gives.
        this.tokens = new short[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            this.tokens[i] = Float.floatToFloat16(tokens[i]);
        }
    }

    /** Length of every vector. */
    public int dimensions() {
        return sentence.length;
    }

    /** The pieces in order, without the opening and closing marks; empty for an empty text. */
    public List<String> pieces() {
        return pieces;
    }

    /** The vector of the whole text, {@code [dim]}, of length 1; a copy. */
    public float[] sentence() {
        return sentence.clone();
    }

    /** Writes the vector of one piece in its context, {@code [dim]}, not normalised, into {@code target} from {@code offset} on. */
    public void copyToken(int piece, float[] target, int offset) {
        int from = piece * dimensions();
        for (int d = 0; d < dimensions(); d++) {
            target[offset + d] = Float.float16ToFloat(tokens[from + d]);
        }
    }

    /** Cosine of the angle between the two whole-text vectors, in [-1, 1]. */
    public double similarity(Encoding other) {
        double dot = 0;
        for (int i = 0; i < sentence.length; i++) {
            dot += (double) sentence[i] * other.sentence[i];
        }
        return dot;
    }

    /** Roughly how much memory it takes, bytes. */
    int weight() {
        return OBJECT_OVERHEAD + Float.BYTES * sentence.length + Short.BYTES * tokens.length;
    }
}
