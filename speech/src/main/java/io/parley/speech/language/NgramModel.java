package io.parley.speech.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A trigram model of weighted sentences, smoothed after Witten and Bell: what a history has not been followed by gets as much
 * of its probability as it had different followers,
 * {@code P(w|h) = (c(h,w) + T(h) · P(w|h')) / (c(h) + T(h))}, down to a share of every word of the vocabulary. Immutable once
 * built; thread-safe.
 *
 * @see <a href="https://doi.org/10.1109/18.87000">Witten and Bell (1991), method C, interpolated</a>
 */
public final class NgramModel {
    /** Begins every sentence. */
    public static final String START = "<s>";

    /** Ends every sentence. */
    public static final String END = "</s>";

    private static final int BITS = 20;

    private final Map<String, Integer> ids;
    private final double[] unigrams;
    private final Map<Long, Count> bigramHistories;
    private final Map<Long, Count> trigramHistories;
    private final Map<Long, Double> bigrams;
    private final Map<Long, Double> trigrams;

    /** How often a history was seen, and with how many different followers. */
    private record Count(double seen, int followers) {}

    private NgramModel(Builder builder) {
        this.ids = Map.copyOf(builder.ids);
        this.bigrams = builder.bigrams;
        this.trigrams = builder.trigrams;
        this.bigramHistories = histories(bigrams);
        this.trigramHistories = histories(trigrams);
        this.unigrams = builder.unigrams();
    }

    /** Every word that has a probability, the marks of a sentence's start and end among them. */
    public Iterable<String> words() {
        return ids.keySet();
    }

    /** The number that {@link #probability} knows a word by, or -1 if it is not in the vocabulary. */
    public int id(String word) {
        return ids.getOrDefault(word, -1);
    }

    /**
     * {@code P(word | before, last)}.
     *
     * @param before the word before the last, or -1 for a shorter history
     * @param last the last word, or -1 for none
     * @param word whose probability is asked
     * @return in (0, 1)
     */
    public double probability(int before, int last, int word) {
        double shorter = last < 0 ? unigrams[word] : bigram(last, word);
        if (before < 0 || last < 0) {
            return shorter;
        }
        long history = ((long) before << BITS) | last;
        Count count = trigramHistories.get(history);
        if (count == null) {
            return shorter;
        }
        double seen = trigrams.getOrDefault((history << BITS) | word, 0.0);
        return (seen + count.followers * shorter) / (count.seen + count.followers);
    }

    private double bigram(int last, int word) {
        Count count = bigramHistories.get((long) last);
        if (count == null) {
            return unigrams[word];
        }
        double seen = bigrams.getOrDefault(((long) last << BITS) | word, 0.0);
        return (seen + count.followers * unigrams[word]) / (count.seen + count.followers);
    }

    private static Map<Long, Count> histories(Map<Long, Double> ngrams) {
        Map<Long, Count> histories = new HashMap<>();
        ngrams.forEach((ngram, seen) -> histories.merge(
                ngram >> BITS, new Count(seen, 1), (a, b) -> new Count(a.seen + b.seen, a.followers + b.followers)));
        return histories;
    }

    /** Collects sentences. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Integer> ids = new HashMap<>();
        private final Map<Long, Double> bigrams = new HashMap<>();
        private final Map<Long, Double> trigrams = new HashMap<>();
        private final Map<Integer, Double> seen = new HashMap<>();
        private double total;

        /** A builder that knows only where sentences begin and end. */
        public Builder() {
            id(START);
            id(END);
        }

        /**
         * Adds a sentence.
         *
         * @param words as they are spoken
         * @param weight as how many sentences it counts
         */
        public Builder add(List<String> words, double weight) {
            List<Integer> sentence = new ArrayList<>();
            sentence.add(id(START));
            words.forEach(word -> sentence.add(id(word)));
            sentence.add(id(END));
            for (int i = 1; i < sentence.size(); i++) {
                long last = sentence.get(i - 1);
                long word = sentence.get(i);
                bigrams.merge((last << BITS) | word, weight, Double::sum);
                if (i > 1) {
                    trigrams.merge(
                            ((long) sentence.get(i - 2) << (2 * BITS)) | (last << BITS) | word, weight, Double::sum);
                }
                seen.merge((int) word, weight, Double::sum);
                total += weight;
            }
            return this;
        }

        /** Adds a word that may be said though no sentence has it, as if it had been seen so often. */
        public Builder add(String word, double weight) {
            seen.merge(id(word), weight, Double::sum);
            total += weight;
            return this;
        }

        /** The model. */
        public NgramModel build() {
            return new NgramModel(this);
        }

        private int id(String word) {
            return ids.computeIfAbsent(word, unseen -> ids.size());
        }

        private double[] unigrams() {
            double[] unigrams = new double[ids.size()];
            int kinds = seen.size();
            for (int word = 0; word < unigrams.length; word++) {
                unigrams[word] = (seen.getOrDefault(word, 0.0) + (double) kinds / unigrams.length) / (total + kinds);
            }
            return unigrams;
        }
    }
}
