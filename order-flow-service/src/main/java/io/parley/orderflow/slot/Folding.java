package io.parley.orderflow.slot;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one spelling under which all spellings of a word are looked up: lower case, without diacritics and apostrophes, and
 * before that with the language's own pairs replaced. In German {@code Schröder} and {@code Schroeder} are one word.
 */
final class Folding {

    private final List<Map.Entry<String, String>> pairs;

    /** @param pairs what is written and what it counts as, as in {@code ü:ue}; the latter without diacritics */
    Folding(List<String> pairs) {
        this.pairs = pairs.stream().map(Folding::pair).toList();
    }

    private static Map.Entry<String, String> pair(String pair) {
        int colon = pair.indexOf(':');
        return Map.entry(pair.substring(0, colon), pair.substring(colon + 1));
    }

    /** Folding what is folded changes nothing. */
    String fold(String word) {
        if (pairs.isEmpty() || word.chars().allMatch(c -> c < 128)) {
            return Utterance.fold(word);
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> pair : pairs) {
            plain = plain.replace(pair.getKey(), pair.getValue());
        }
        return Utterance.fold(plain);
    }
}
