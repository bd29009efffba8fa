package io.parley.qa.recall;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares texts by their very words: TF-IDF over words and over pieces of three to five letters, which survive typing
 * errors and need no pretrained encoder, whatever the language.
 */
final class Wording {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}<>]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;

    private final Map<String, Double> rarity = new HashMap<>();
    private final double unheard;

    /** @param texts what rarity is counted in */
    Wording(Collection<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            features(text).keySet().forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        counts.forEach((feature, count) -> rarity.put(feature, rarity(texts.size(), count)));
        unheard = rarity(texts.size(), 0);
    }

    private static double rarity(int texts, int count) {
        return StrictMath.log((1.0 + texts) / (1 + count)) + 1;
    }

    /** The weights of a text's features; words and pieces count the same, and the squares sum to 1. */
    Map<String, Double> weigh(String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double words = 0;
        double pieces = 0;
        for (Map.Entry<String, Integer> feature : features(text).entrySet()) {
            double weight = (1 + StrictMath.log(feature.getValue())) * rarity.getOrDefault(feature.getKey(), unheard);
            weights.put(feature.getKey(), weight);
            if (isWord(feature.getKey())) {
                words += weight * weight;
            } else {
                pieces += weight * weight;
            }
        }
        double wordScale = words == 0 ? 0 : Math.sqrt(0.5 / words);
        double pieceScale = pieces == 0 ? 0 : Math.sqrt(0.5 / pieces);
        weights.replaceAll((feature, weight) -> weight * (isWord(feature) ? wordScale : pieceScale));
        return weights;
    }

    private static boolean isWord(String feature) {
        return feature.charAt(0) == '=';
    }

    private static Map<String, Integer> features(String text) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Map<String, Integer> features = new LinkedHashMap<>();
        for (String word : NO_WORD.split(plain)) {
            if (word.isEmpty()) {
                continue;
            }
            features.merge("=" + word, 1, Integer::sum);
            String fenced = "_" + word + "_";
            for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
                for (int from = 0; from + length <= fenced.length(); from++) {
                    features.merge("~" + fenced.substring(from, from + length), 1, Integer::sum);
                }
            }
        }
        return features;
    }
}
