package io.parley.intent.study;

import io.parley.intent.training.LabelledSituation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An order of rows whose beginnings are shares of them: each with about the same share of every label. */
final class NestedShares {

    private NestedShares() {}

    /** The rows of every label are shuffled and then spread evenly from the first to the last place. */
    static List<Integer> order(List<Integer> pool, List<LabelledSituation> rows, long seed) {
        Map<String, List<Integer>> byLabel = new TreeMap<>();
        pool.forEach(row -> byLabel.computeIfAbsent(rows.get(row).label(), label -> new ArrayList<>())
                .add(row));
        Random random = new Random(seed);
        List<Placed> placed = new ArrayList<>();
        byLabel.values().forEach(ofLabel -> {
            Collections.shuffle(ofLabel, random);
            for (int i = 0; i < ofLabel.size(); i++) {
                placed.add(new Placed(ofLabel.get(i), (i + 0.5) / ofLabel.size()));
            }
        });
        return placed.stream()
                .sorted(Comparator.comparingDouble(Placed::place))
                .map(Placed::row)
                .toList();
    }

    /** How many rows a share is; never none. */
    static int size(double fraction, int rows) {
        return Math.max(1, (int) Math.round(fraction * rows));
    }

    private record Placed(int row, double place) {}
}
