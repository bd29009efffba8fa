package io.parley.intent.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the sparse features of a text: its words, pairs, parts of words, and each word crossed with the state. */
final class WideFeatures {

    private static final String WORD = "w:";
    private static final String PAIR = "p:";
    private static final String GRAM = "g:";
    private static final String CROSS = "x:";
    private static final char WITH = '\t';

    private WideFeatures() {}

    /** Everything there is to say about this situation's words, each once. */
    static Set<String> of(Situation situation) {
        Set<String> features = new LinkedHashSet<>();
        List<String> words = Words.of(situation.text().value());
        for (String word : words) {
            features.add(WORD + word);
            features.add(CROSS + situation.state() + WITH + word);
        }
        for (String pair : Words.pairs(words)) {
            features.add(PAIR + pair);
            features.add(CROSS + situation.state() + WITH + pair);
        }
        for (String gram : Words.grams(words)) {
            features.add(GRAM + gram);
        }
        return features;
    }

    /** The features worth having: those of each kind that occur most often. */
    static List<String> choose(Collection<Situation> situations, FeatureSettings settings) {
        Map<String, Integer> plain = new HashMap<>();
        Map<String, Integer> grams = new HashMap<>();
        Map<String, Integer> crosses = new HashMap<>();
        for (Situation situation : situations) {
            for (String feature : of(situation)) {
                Map<String, Integer> counts = switch (feature.substring(0, 2)) {
                    case GRAM -> grams;
                    case CROSS -> crosses;
                    default -> plain;
                };
                counts.merge(feature, 1, Integer::sum);
            }
        }
        List<String> chosen = new ArrayList<>();
        chosen.addAll(Vocabulary.frequent(plain, settings.rarest(), settings.words()));
        chosen.addAll(Vocabulary.frequent(grams, settings.rarest(), settings.grams()));
        if (situations.stream().map(Situation::state).distinct().count() > 1) {
            // With one state a cross would say what its word says.
            chosen.addAll(Vocabulary.frequent(crosses, settings.rarest(), settings.crosses()));
        }
        return chosen;
    }

    static String describe(String feature) {
        String what = feature.substring(2);
        return switch (feature.substring(0, 2)) {
            case WORD -> "word '" + what + "'";
            case PAIR -> "words '" + what + "'";
            case GRAM -> "letters '" + what + "'";
            default ->
                "state " + what.substring(0, what.indexOf(WITH)) + " × '" + what.substring(what.indexOf(WITH) + 1)
                        + "'";
        };
    }
}
