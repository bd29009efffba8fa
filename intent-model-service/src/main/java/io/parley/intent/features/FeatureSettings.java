package io.parley.intent.features;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.parley.contracts.model.PastTurn;
import io.parley.neural.encoder.Pretrained;
import java.util.List;
import java.util.Set;

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
 * @param without what the network does not get to see; files of models made before there was a choice do not have it
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
        int crosses,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Set<InputPart> without) {

    public FeatureSettings {
        encoders = List.copyOf(encoders);
        without = Set.copyOf(without);
    }

    /** Whether the network sees that part. */
    public boolean sees(InputPart part) {
        return !without.contains(part);
    }

    /** The same but for what the network does not get to see. */
    public FeatureSettings leavingOut(Set<InputPart> parts) {
        return new FeatureSettings(
                encoders, projection, projectionSample, longest, history, rarest, words, grams, crosses, parts);
    }

    /** As much of a situation as the network sees. */
    Situation seen(Situation situation) {
        if (without.isEmpty()) {
            return situation;
        }
        List<PastTurn> turns = sees(InputPart.HISTORY) ? situation.history() : List.of();
        return new Situation(
                seen(situation.state()),
                sees(InputPart.MASK) ? situation.allowed() : List.of(),
                situation.text(),
                turns.stream()
                        .map(turn -> new PastTurn(seen(turn.state()), turn.text()))
                        .toList());
    }

    private String seen(String state) {
        return sees(InputPart.STATE) ? state : "";
    }
}
