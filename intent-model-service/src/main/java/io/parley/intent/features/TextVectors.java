package io.parley.intent.features;

import java.util.List;

/** What was said, as numbers: the part of {@link Features} that is the same in every state. Nobody writes into it. */
public final class TextVectors {

    private final float[] sentence;
    private final float[] tokens;
    private final int[] plain;
    private final List<String> terms;

    TextVectors(float[] sentence, float[] tokens, int[] plain, List<String> terms) {
        this.sentence = sentence;
        this.tokens = tokens;
        this.plain = plain;
        this.terms = terms;
    }

    /** {@code [encoders × dim]}; the frozen encodings of the whole text side by side, the first of length 1. */
    public float[] sentence() {
        return sentence;
    }

    /** {@code [pieces × width]}; the projected frozen encodings of the pieces, at least one. */
    public float[] tokens() {
        return tokens;
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
