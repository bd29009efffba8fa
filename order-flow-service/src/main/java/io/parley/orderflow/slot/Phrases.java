package io.parley.orderflow.slot;

import io.parley.contracts.text.Typos;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A set of phrases of one or more words, to be found in utterances. */
final class Phrases {

    /** Of shorter words only a slip is known: two dads are no days. */
    private static final int SHORTEST_TYPO = 5;

    private static final int SHORTEST_SLIP = 4;

    private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();
    private final Folding folding;

    Phrases(Collection<String> phrases, Folding folding) {
        this.folding = folding;
        for (String phrase : phrases) {
            List<String> words = Utterance.words(phrase, folding);
            if (!words.isEmpty()) {
                byFirstWord
                        .computeIfAbsent(words.getFirst(), word -> new ArrayList<>())
                        .add(words);
            }
        }
        byFirstWord.values().forEach(same -> same.sort((a, b) -> b.size() - a.size()));
    }

    /** Where the longest phrase that begins here ends, or {@code at} if there is none. */
    int endAt(Utterance utterance, int at) {
        for (List<String> phrase : byFirstWord.getOrDefault(utterance.word(at), List.of())) {
            if (stands(phrase, utterance, at)) {
                return at + phrase.size();
            }
        }
        return at;
    }

    /** Where the longest phrase that ends before {@code end} begins, or {@code end} if there is none. */
    int startBefore(Utterance utterance, int end) {
        for (int at = Math.max(0, end - 5); at < end; at++) {
            for (List<String> phrase : byFirstWord.getOrDefault(utterance.word(at), List.of())) {
                if (at + phrase.size() == end && stands(phrase, utterance, at)) {
                    return at;
                }
            }
        }
        return end;
    }

    /** Whether the word is a phrase by itself. */
    boolean contains(String word) {
        return byFirstWord.getOrDefault(word, List.of()).stream().anyMatch(phrase -> phrase.size() == 1);
    }

    /** Whether the word is but for a typing error a phrase by itself. */
    boolean containsNearly(String word) {
        return byFirstWord.values().stream()
                .flatMap(List::stream)
                .filter(phrase -> phrase.size() == 1)
                .map(List::getFirst)
                .anyMatch(meant -> isNearly(word, meant));
    }

    /** Whether the text is one of the phrases. */
    boolean isPhrase(String text) {
        Utterance utterance = Utterance.of(text, folding);
        return utterance.size() > 0 && endAt(utterance, 0) == utterance.size();
    }

    /** Whether any phrase stands between the two positions. */
    boolean anyWithin(Utterance utterance, int from, int to) {
        for (int at = from; at < to; at++) {
            int end = endAt(utterance, at);
            if (end > at && end <= to) {
                return true;
            }
        }
        return false;
    }

    /** Whether one stands between these words in one breath: "all but the jacket", but not "that's all, but hurry". */
    boolean saidWithin(Utterance utterance, int from, int to) {
        return IntStream.range(from, to).anyMatch(at -> {
            int end = endAt(utterance, at);
            return end > at && end <= to && IntStream.range(at + 1, end).noneMatch(utterance::pausedBefore);
        });
    }

    private static boolean isNearly(String word, String meant) {
        if (meant.length() < SHORTEST_TYPO) {
            return meant.length() >= SHORTEST_SLIP && Typos.isSlip(word, meant);
        }
        int allowed = Typos.allowed(meant.length());
        return Typos.distance(word, meant, allowed) <= allowed;
    }

    private static boolean stands(List<String> phrase, Utterance utterance, int at) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.get(i).equals(utterance.word(at + i))) {
                return false;
            }
        }
        return true;
    }
}
