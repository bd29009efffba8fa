package io.parley.qa.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deals texts out into parts of about the same size. Texts of one fact that are worded alike stay together, so that what
 * was learned without a part has not seen its wordings either.
 */
final class WordingFolds {

    static final int PARTS = 5;

    /** Texts whose encodings are at least this close are variants of one wording. */
    private static final double ALIKE = 0.8;

    private WordingFolds() {}

    /** The part of every text, from 0 to before {@link #PARTS}. */
    static int[] of(List<Asked> texts) {
        Map<Optional<String>, List<Integer>> earlier = new HashMap<>();
        int[] parts = new int[texts.size()];
        int dealt = 0;
        for (int i = 0; i < parts.length; i++) {
            List<Integer> sameFact = earlier.computeIfAbsent(texts.get(i).text().fact(), fact -> new ArrayList<>());
            double[] place = texts.get(i).comparison().place();
            Optional<Integer> alike = sameFact.stream()
                    .filter(j -> FactPlaces.dot(place, texts.get(j).comparison().place()) >= ALIKE)
                    .findFirst();
            parts[i] = alike.isPresent() ? parts[alike.get()] : dealt++ % PARTS;
            sameFact.add(i);
        }
        return parts;
    }
}
