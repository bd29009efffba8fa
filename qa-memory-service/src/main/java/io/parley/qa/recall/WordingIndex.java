package io.parley.qa.recall;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts by the features of their wording, to compare one text with all of them at once. */
final class WordingIndex {

    private final Wording wording;
    private final int size;
    private final Map<String, Postings> postings = new HashMap<>();

    WordingIndex(Wording wording, List<String> texts) {
        this.wording = wording;
        this.size = texts.size();
        for (int row = 0; row < texts.size(); row++) {
            int text = row;
            wording.weigh(texts.get(row))
                    .forEach((feature, weight) -> postings.computeIfAbsent(feature, it -> new Postings())
                            .add(text, weight));
        }
    }

    /** The cosine of the text with every text of the index, {@code [texts]}, each in [0, 1]. */
    double[] compare(String text) {
        double[] cosines = new double[size];
        wording.weigh(text).forEach((feature, weight) -> {
            Postings rows = postings.get(feature);
            if (rows != null) {
                rows.addInPlace(cosines, weight);
            }
        });
        return cosines;
    }

    /** The texts that have one feature. */
    private static final class Postings {

        private int[] texts = new int[4];
        private double[] weights = new double[4];
        private int count;

        void add(int text, double weight) {
            if (count == texts.length) {
                texts = Arrays.copyOf(texts, 2 * count);
                weights = Arrays.copyOf(weights, 2 * count);
            }
            texts[count] = text;
            weights[count++] = weight;
        }

        void addInPlace(double[] cosines, double factor) {
            for (int i = 0; i < count; i++) {
                cosines[texts[i]] += factor * weights[i];
            }
        }
    }
}
