package io.parley.intent.study;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.training.LabelledSituation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Cuts rows into parts of about the same size, each with about the same share of every label, and keeps groups of rows
 * together. The same rows, groups and seed give the same parts.
 */
final class Folds {

    private final int count;
    private final int[] folds;

    private Folds(int count, int[] folds) {
        this.count = count;
        this.folds = folds;
    }

    /**
     * The largest groups are dealt out first, each to the fold that has least of its labels.
     *
     * @param groups {@code [rows]}; rows of one number stay together
     * @param scored so many rows in front are asked; the others are only learnt from, and count for nothing here
     * @throws FaultException {@link Fault#TRAINING_DATA_INVALID} if there are fewer groups than folds
     */
    static Folds of(List<LabelledSituation> rows, int[] groups, int scored, int count, long seed) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int row = 0; row < scored; row++) {
            members.computeIfAbsent(groups[row], group -> new ArrayList<>()).add(row);
        }
        if (members.size() < count) {
            throw new FaultException(
                    Fault.TRAINING_DATA_INVALID,
                    "the " + scored + " rows are only " + members.size()
                            + " different wordings, too few for " + count
                            + " folds; add rows that say it differently, or ask for fewer folds");
        }
        List<List<Integer>> dealt = new ArrayList<>(members.values());
        Collections.shuffle(dealt, new Random(seed));
        dealt.sort(
                Comparator.comparingInt((List<Integer> group) -> group.size()).reversed());
        Map<String, int[]> labels = new HashMap<>();
        int[] sizes = new int[count];
        Map<Integer, Integer> foldOfGroup = new HashMap<>();
        for (List<Integer> group : dealt) {
            int fold = IntStream.range(0, count)
                    .boxed()
                    .min(Comparator.comparingDouble((Integer it) -> load(rows, group, labels, it))
                            .thenComparingInt(it -> sizes[it]))
                    .orElseThrow();
            foldOfGroup.put(groups[group.getFirst()], fold);
            sizes[fold] += group.size();
            group.forEach(row -> labels.computeIfAbsent(rows.get(row).label(), label -> new int[count])[fold]++);
        }
        return new Folds(
                count,
                IntStream.range(0, rows.size())
                        .map(row -> foldOfGroup.getOrDefault(groups[row], -1))
                        .toArray());
    }

    int count() {
        return count;
    }

    /** Whether a row may be learnt from where a fold is asked. */
    boolean isLearnt(int row, int fold) {
        return folds[row] != fold;
    }

    /** Whether a row's label is learnt where the row is asked. */
    boolean isLabelLearnt(List<LabelledSituation> rows, int row) {
        return IntStream.range(0, rows.size())
                .anyMatch(other -> isLearnt(other, folds[row])
                        && rows.get(other).label().equals(rows.get(row).label()));
    }

    /** What a fold has already of a group's labels: the mean share, over the group's rows. */
    private static double load(List<LabelledSituation> rows, List<Integer> group, Map<String, int[]> labels, int fold) {
        double load = 0;
        for (int row : group) {
            int[] dealt = labels.get(rows.get(row).label());
            if (dealt != null) {
                load += dealt[fold] / (double) IntStream.of(dealt).sum();
            }
        }
        return load / group.size();
    }
}
