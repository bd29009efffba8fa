package io.parley.intent.study;

import io.parley.neural.encoder.Pretrained;
import io.parley.neural.encoder.TextEncoder;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.TrainingThreads;
import io.parley.neural.kernel.VectorIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Different texts with the vectors that the frozen encoder gives them, numbered in the order they were met. */
final class SentenceVectors {

    /** From this {@link #similarity} on, two texts say the same but for a word or two that change little. */
    static final double NEARLY_IDENTICAL = 0.95;

    static final int DIM = Pretrained.DIMENSIONS;

    private final List<String> texts;
    private final Map<String, Integer> numbers;
    private final float[][] vectors;

    private SentenceVectors(List<String> texts, Map<String, Integer> numbers, float[][] vectors) {
        this.texts = texts;
        this.numbers = numbers;
        this.vectors = vectors;
    }

    /** Encodes texts with all the encoders, so that a training finds them encoded; the first one's vectors are kept. */
    static SentenceVectors of(List<String> all, List<Pretrained> encoders, ProgressListener progress) {
        List<TextEncoder> shared = encoders.stream().map(TextEncoder::shared).toList();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        all.forEach(text -> numbers.putIfAbsent(text, numbers.size()));
        List<String> texts = List.copyOf(numbers.keySet());
        List<float[]> vectors = TrainingThreads.map(
                texts,
                text -> {
                    shared.stream().skip(1).forEach(encoder -> encoder.sentence(text));
                    return shared.getFirst().encode(text).sentence();
                },
                "encoding",
                progress);
        return new SentenceVectors(texts, numbers, vectors.toArray(float[][]::new));
    }

    int size() {
        return texts.size();
    }

    String text(int number) {
        return texts.get(number);
    }

    /**
     * @throws IllegalArgumentException if that text was not encoded
     */
    int number(String text) {
        Integer number = numbers.get(text);
        if (number == null) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters was not encoded");
        }
        return number;
    }

    /** {@code [dim]}, of length 1. */
    float[] vector(int number) {
        return vectors[number];
    }

    VectorIndex index() {
        return new VectorIndex(vectors, DIM);
    }

    /** Cosine of the angle between two texts' vectors. */
    double similarity(int one, int other) {
        double dot = 0;
        for (int d = 0; d < DIM; d++) {
            dot += (double) vectors[one][d] * vectors[other][d];
        }
        return dot;
    }
}
