package io.parley.intent.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Names the sparse features of a text: its words, pairs, parts of words, and each word crossed with the state. */
final class WideFeatures {

    private static final String WORD = "w:";
    private static final String PAIR = "p:";
    private static final String GRAM = "g:";
    private static final String CROSS = "x:";
    private static final char WITH = '\t';

    private WideFeatures() {}

    /** Everything there is to say about a text's words in whatever state, each once. */
    static Set<String> plain(String text) {
        Set<String> features = new LinkedHashSet<>();
        List<String> words = Words.of(text);
        words.forEach(word -> features.add(WORD + word));
        Words.pairs(words).forEach(pair -> features.add(PAIR + pair));
        Words.grams(words).forEach(gram -> features.add(GRAM + gram));
        return features;
    }

    /** What of a text is crossed with the state: its words and pairs of words, each once. */
    static List<String> terms(String text) {
        List<String> words = Words.of(text);
        return Stream.concat(words.stream(), Words.pairs(words).stream())
                .distinct()
                .toList();
    }

    /** A term in a state. */
    static String cross(String state, String term) {
        return CROSS + state + WITH + term;
    }

    /** The features worth having: those of each kind that occur most often. */
    static List<String> choose(Collection<Situation> situations, FeatureSettings settings) {
        Map<String, Integer> plain = new HashMap<>();
        Map<String, Integer> grams = new HashMap<>();
        Map<String, Integer> crosses = new HashMap<>();
        for (Situation situation : situations) {
            String text = situation.text().value();
            for (String feature : plain(text)) {
                (feature.startsWith(GRAM) ? grams : plain).merge(feature, 1, Integer::sum);
            }
            for (String term : terms(text)) {
                crosses.merge(cross(situation.state(), term), 1, Integer::sum);
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
