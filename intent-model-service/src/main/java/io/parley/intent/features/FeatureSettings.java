package io.parley.intent.features;

import io.parley.neural.encoder.Pretrained;
import java.util.List;

/**
 * How situations become numbers. Part of a model version.
 *
 * @param encoders the frozen networks whose vectors of the whole text stand side by side; the recurrent part reads the
 *     pieces of the first
 * @param projection how many principal components of a token's vector the recurrent part reads
 * @param projectionSample how many different texts the components are found from, at most
 * @param longest how many pieces of a text the recurrent part reads, at most
 * @param history how many earlier turns the network looks at; 0 for none
 * @param rarest in how many rows a sparse feature must occur
 * @param words how many words and pairs of words, at most
 * @param grams how many parts of words, at most
 * @param crosses how many crosses of state and words, at most
 */
public record FeatureSettings(
        List<Pretrained> encoders,
        int projection,
        int projectionSample,
        int longest,
        int history,
        int rarest,
        int words,
        int grams,
        int crosses) {

    public FeatureSettings {
        encoders = List.copyOf(encoders);
    }
}
