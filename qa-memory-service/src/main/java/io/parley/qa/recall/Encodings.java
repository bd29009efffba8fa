package io.parley.qa.recall;

import io.parley.neural.jobs.TrainingThreads;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentence vectors by text; what is not there is encoded when asked for. */
final class Encodings {

    private final PhraseEncoder encoder;
    private final Map<String, float[]> known;

    private Encodings(PhraseEncoder encoder, Map<String, float[]> known) {
        this.encoder = encoder;
        this.known = known;
    }

    /** These vectors, in this order. */
    static Encodings of(PhraseEncoder encoder, Map<String, float[]> known) {
        return new Encodings(encoder, new LinkedHashMap<>(known));
    }

    /** Encodes the texts on all cores; every text by itself, so that the vectors do not depend on how. */
    static Encodings encode(PhraseEncoder encoder, Collection<String> texts) {
        List<String> distinct = texts.stream().distinct().toList();
        List<float[]> vectors = TrainingThreads.map(distinct, encoder::encode);
        Map<String, float[]> known = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            known.put(distinct.get(i), vectors.get(i));
        }
        return new Encodings(encoder, known);
    }

    /** The same with the vectors of these texts; what is not there yet is encoded, on all cores. */
    Encodings including(Collection<String> texts) {
        List<String> missing =
                texts.stream().filter(text -> !known.containsKey(text)).toList();
        if (missing.isEmpty()) {
            return this;
        }
        Encodings more = encode(encoder, missing);
        more.known.putAll(known);
        return more;
    }

    PhraseEncoder encoder() {
        return encoder;
    }

    /** {@code [D]}. */
    float[] of(String text) {
        float[] vector = known.get(text);
        return vector == null ? encoder.encode(text) : vector;
    }

    Map<String, float[]> known() {
        return known;
    }
}
