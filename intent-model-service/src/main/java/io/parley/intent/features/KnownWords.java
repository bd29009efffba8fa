package io.parley.intent.features;

import io.parley.contracts.text.Typos;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The words a network was trained on, by which mistyped ones are mended before it reads them: to an encoder "never felt
 * betteer" has little in common with "never felt better". Only words that neither the training nor the encoder knows are
 * mended, and slips in the training texts themselves; else what was learnt is read as it was written. Immutable and thread-safe.
 */
final class KnownWords {

    /** Shorter words are too like each other; masks such as {@code <email>} and words with an apostrophe are left alone. */
    private static final Pattern WORD =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{Nd}<'’@.])[\\p{L}\\p{M}]{4,}(?![\\p{L}\\p{M}\\p{Nd}>'’@])");

    /** So many times as often as its slip a word is written right. */
    private static final int SLIPS_ARE_RARER = 5;

    private final List<String> words;
    private final Set<String> known;
    private final Predicate<String> common;

    /**
     * @param words in lower case, the most frequent first
     * @param common whether a word is known all the same
     */
    KnownWords(List<String> words, Predicate<String> common) {
        this.words = List.copyOf(words);
        this.known = Set.copyOf(words);
        this.common = common;
    }

    /** The words of these texts but for slips in them, which are mended like any other. */
    static KnownWords of(Collection<String> texts, Predicate<String> common) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            WORD.matcher(text).results().forEach(word -> counts.merge(lower(word.group()), 1, Integer::sum));
        }
        List<String> frequent = Vocabulary.frequent(counts, 1, Integer.MAX_VALUE);
        List<String> right = frequent.stream()
                .filter(word -> common.test(word) || !isSlip(word, frequent, counts))
                .toList();
        return new KnownWords(right, common);
    }

    /** @param frequent the most frequent first */
    private static boolean isSlip(String word, List<String> frequent, Map<String, Integer> counts) {
        int enough = SLIPS_ARE_RARER * counts.getOrDefault(word, 0);
        return frequent.stream()
                .takeWhile(other -> counts.getOrDefault(other, 0) >= enough)
                .anyMatch(other -> Typos.isSlip(word, other));
    }

    /** The most frequent first. */
    List<String> words() {
        return words;
    }

    /** The text with each unknown word replaced by the known one it is a typing error away from, if there is one. */
    String mended(String text) {
        return WORD.matcher(text).replaceAll(word -> mendedWord(word.group()));
    }

    private String mendedWord(String word) {
        String said = lower(word);
        if (known.contains(said) || common.test(said)) {
            return word;
        }
        String nearest = word;
        int within = Typos.allowed(said.length());
        for (String candidate : words) {
            int edits = Typos.distance(said, candidate, within);
            if (edits <= within) {
                nearest = candidate;
                within = edits - 1;
            }
        }
        return nearest;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
