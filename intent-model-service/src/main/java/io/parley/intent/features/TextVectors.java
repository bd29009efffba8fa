package io.parley.intent.features;

/** What was said, as numbers: the part of {@link Features} that is the same in every state. Nobody writes into it. */
public final class TextVectors {

    private final float[] sentence;
    private final float[] tokens;

    TextVectors(float[] sentence, float[] tokens) {
        this.sentence = sentence;
        this.tokens = tokens;
    }

    /** {@code [encoders × dim]}; the frozen encodings of the whole text side by side, the first of length 1. */
    public float[] sentence() {
        return sentence;
    }

    /** {@code [pieces × width]}; the projected frozen encodings of the pieces, at least one. */
    public float[] tokens() {
        return tokens;
    }
}
