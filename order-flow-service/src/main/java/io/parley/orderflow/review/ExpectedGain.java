package io.parley.orderflow.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What labelling an utterance is expected to be worth: its uncertainty times how much of what was said in that state is like it.
 * It is the information density of active learning, with the sum over what was said in place of the mean, so that busy states come
 * first: {@code gain(x) = uncertainty(x) · Σᵤ count(u) · cos(x, u)} over all utterances u that wait in the same state, x among them.
 * Deterministic.
 *
 * @see <a href="https://aclanthology.org/D08-1112/">Settles and Craven (2008), equation (13)</a>
 */
final class ExpectedGain {

    private static final int GRAM = 3;

    private ExpectedGain() {}

    /**
     * Something that was said.
     *
     * @param uncertainty in [0, 1]
     * @param count how often, from 1
     */
    record Said(String state, String text, double uncertainty, int count) {}

    /**
     * @param all {@code [n]} utterances
     * @return {@code [n]} gains in the same order, each at least the utterance's own uncertainty times its count
     */
    static double[] of(List<Said> all) {
        List<Map<String, Integer>> grams =
                all.stream().map(said -> grams(said.text())).toList();
        double[] lengths = grams.stream().mapToDouble(ExpectedGain::length).toArray();
        return IntStream.range(0, all.size())
                .mapToDouble(x -> all.get(x).uncertainty()
                        * IntStream.range(0, all.size())
                                .filter(u ->
                                        all.get(u).state().equals(all.get(x).state()))
                                .mapToDouble(u -> all.get(u).count()
                                        * (u == x ? 1 : dot(grams.get(x), grams.get(u)) / (lengths[x] * lengths[u])))
                                .sum())
                .toArray();
    }

    /** How often each sequence of three characters occurs, beginning and end of the text included. */
    private static Map<String, Integer> grams(String text) {
        String padded = "  " + RowText.normalised(text) + "  ";
        Map<String, Integer> grams = new HashMap<>();
        for (int at = 0; at + GRAM <= padded.length(); at++) {
            grams.merge(padded.substring(at, at + GRAM), 1, Integer::sum);
        }
        return grams;
    }

    private static double length(Map<String, Integer> grams) {
        return Math.sqrt(dot(grams, grams));
    }

    private static double dot(Map<String, Integer> one, Map<String, Integer> other) {
        // Of whole numbers: the order of a hash map does not show in the sum.
        return one.entrySet().stream()
                .mapToLong(gram -> (long) gram.getValue() * other.getOrDefault(gram.getKey(), 0))
                .sum();
    }
}
