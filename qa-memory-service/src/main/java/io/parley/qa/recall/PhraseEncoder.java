package io.parley.qa.recall;

import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import java.util.List;
import java.util.function.Supplier;

/** Puts the sentence vectors of one or more frozen encoders side by side. Thread-safe. */
public final class PhraseEncoder {

    private final List<TextEncoder> encoders;

    public PhraseEncoder(List<TextEncoder> encoders) {
        if (encoders.isEmpty()) {
            throw new IllegalArgumentException("at least one text encoder is needed");
        }
        this.encoders = List.copyOf(encoders);
    }

    /** The encoders of these pretrained networks that the JVM shares. */
    public static PhraseEncoder shared(List<Pretrained> pretrained) {
        return new PhraseEncoder(pretrained.stream().map(TextEncoder::shared).toList());
    }

    /** Which networks, in the order of the vector's parts. */
    public List<Pretrained> pretrained() {
        return encoders.stream().map(TextEncoder::pretrained).toList();
    }

    /** The length of a part of the vector. */
    int part() {
        return Pretrained.DIMENSIONS;
    }

    /** D, the length of the whole vector. */
    public int dimensions() {
        return encoders.size() * part();
    }

    /** {@code [D]}; every part has length 1. */
    public float[] encode(String text) {
        List<Supplier<float[]>> others = encoders.stream()
                .skip(1)
                .map(encoder -> encoder.beginSentence(text))
                .toList();
        float[] whole = new float[dimensions()];
        System.arraycopy(encoders.getFirst().sentence(text), 0, whole, 0, part());
        for (int i = 0; i < others.size(); i++) {
            System.arraycopy(others.get(i).get(), 0, whole, (i + 1) * part(), part());
        }
        return whole;
    }
}
