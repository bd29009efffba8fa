package io.parley.intent.features;

import io.parley.neural.encoder.Pretrained;
import java.util.List;

/** What was said, as numbers: the part of {@link Features} that is the same in every state. Nobody writes into it. */
public final class TextVectors {

    /** From this {@link #similarity} on, two texts of one label are one wording. */
    public static final double ONE_WORDING = 0.82;

    private final String read;
    private final float[] sentence;
    private final float[] tokens;
    private final float[] turn;
    private final int[] plain;
    private final List<String> terms;

    TextVectors(String read, float[] sentence, float[] tokens, float[] turn, int[] plain, List<String> terms) {
        this.read = read;
        this.sentence = sentence;
        this.tokens = tokens;
        this.turn = turn;
        this.plain = plain;
        this.terms = terms;
    }

    /** The words that the numbers stand for. */
    String read() {
        return read;
    }

    /** {@code [encoders × dim]}; the frozen encodings of the whole text side by side, the first of length 1. */
    public float[] sentence() {
        return sentence;
    }

    /** Cosine of the angle between what the first encoder makes of the two texts, in [-1, 1]. */
    public double similarity(TextVectors other) {
        double dot = 0;
        for (int d = 0; d < Pretrained.DIMENSIONS; d++) {
            dot += (double) sentence[d] * other.sentence[d];
        }
        return dot;
    }

    /** {@code [pieces × width]}; the projected frozen encodings of the pieces, at least one. */
    public float[] tokens() {
        return tokens;
    }

    /** The sentence shortened as earlier turns are read; empty where the network does not look back. */
    public float[] turn() {
        return turn;
    }

    /** The numbers in the vocabulary of the text's words, pairs and parts of words, in order. */
    int[] plain() {
        return plain;
    }

    /** What is crossed with the state. */
    List<String> terms() {
        return terms;
    }
}
