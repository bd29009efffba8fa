package io.parley.orderflow.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one spelling under which all spellings of a word are looked up: lower case, without diacritics and apostrophes, and
 * with the language's own pairs replaced. In German {@code Schröder}, {@code Schroeder} and {@code schroder} are one word.
 */
final class Folding {

    /** Of a language without pairs. */
    static final Folding PLAIN = new Folding(List.of());

    private final List<Map.Entry<String, String>> pairs = new ArrayList<>();

    /** @param pairs what is written and what it counts as, as in {@code ue:u}; the latter is shorter or has nothing of it */
    Folding(List<String> pairs) {
        for (String pair : pairs) {
            int colon = pair.indexOf(':');
            this.pairs.add(Map.entry(pair.substring(0, colon), pair.substring(colon + 1)));
        }
    }

    /** Folding what is folded changes nothing. */
    String fold(String word) {
        String folded = Utterance.fold(word);
        for (Map.Entry<String, String> pair : pairs) {
            while (folded.contains(pair.getKey())) {
                folded = folded.replace(pair.getKey(), pair.getValue());
            }
        }
        return folded;
    }
}
