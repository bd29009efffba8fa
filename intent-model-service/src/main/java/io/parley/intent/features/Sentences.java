package io.parley.intent.features;

import io.parley.neural.encoder.Encoding;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The frozen encodings of texts, those of several encoders side by side. Thread-safe. */
final class Sentences {

    /** The first encoder knows most; more of the others costs where there are few examples. */
    private static final float OTHER_ENCODERS = 0.5f;

    private static final int DIM = Pretrained.DIMENSIONS;

    private final List<TextEncoder> encoders;

    Sentences(List<Pretrained> pretrained) {
        this.encoders = pretrained.stream().map(TextEncoder::shared).toList();
    }

    /** Length of the vector of a whole text. */
    int size() {
        return DIM * encoders.size();
    }

    /** What the first encoder makes of a text and its pieces. */
    Encoding encode(String text) {
        return encoders.getFirst().encode(text);
    }

    /** {@code [size]}: the vector of a whole text. */
    float[] whole(String text) {
        List<Supplier<float[]>> others = others(text);
        return sideBySide(encoders.getFirst().sentence(text), others);
    }

    /** The vector of a whole text and what the first encoder makes of its pieces, at once. */
    Read read(String text) {
        List<Supplier<float[]>> others = others(text);
        Encoding encoding = encode(text);
        return new Read(encoding, sideBySide(encoding.sentence(), others));
    }

    /** What all encoders but the first make of a text, each begun where a core is idle. */
    private List<Supplier<float[]>> others(String text) {
        return encoders.stream()
                .skip(1)
                .map(encoder -> encoder.beginSentence(text))
                .toList();
    }

    private float[] sideBySide(float[] first, List<Supplier<float[]>> others) {
        float[] sentence = Arrays.copyOf(first, size());
        for (int i = 0; i < others.size(); i++) {
            float[] part = others.get(i).get();
            for (int d = 0; d < DIM; d++) {
                sentence[(i + 1) * DIM + d] = OTHER_ENCODERS * part[d];
            }
        }
        return sentence;
    }

    /**
     * A text that was read.
     *
     * @param pieces by the first encoder
     * @param whole {@code [size]}
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never seen outside
    record Read(Encoding pieces, float[] whole) {}
}
