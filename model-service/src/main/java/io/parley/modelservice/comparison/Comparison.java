package io.parley.modelservice.comparison;

import io.parley.modelservice.family.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Two versions on the same rows.
 *
 * @param first a version, usually the champion
 * @param second a version, usually one that may take its place
 * @param rows how many both were asked
 * @param firstAccuracy share of them that the first gets right, in [0, 1]
 * @param secondAccuracy share of them that the second gets right, in [0, 1]
 * @param bothRight rows that both get right
 * @param onlyFirst rows that only the first gets right
 * @param onlySecond rows that only the second gets right
 * @param bothWrong rows that neither gets right
 * @param mcNemar whether the two could be equally good all the same
 * @param changed rows that one gets right and the other does not, in the order of the rows; of very many the first
 */
public record Comparison(
        String first,
        String second,
        int rows,
        double firstAccuracy,
        double secondAccuracy,
        int bothRight,
        int onlyFirst,
        int onlySecond,
        int bothWrong,
        McNemar mcNemar,
        List<Change> changed) {

    private static final int CHANGES = 500;

    public Comparison {
        changed = List.copyOf(changed);
    }

    /**
     * A row that one version gets right and the other does not.
     *
     * @param row the line it stands on
     * @param text what was said, masked
     * @param state where it was said; empty if unknown
     * @param label what is right; empty where nothing is
     * @param first what the first version says
     * @param second what the second version says
     */
    public record Change(int row, String text, String state, String label, String first, String second) {}

    /**
     * @param byFirst what the first version makes of each row
     * @param bySecond what the second makes of the same rows, in the same order
     */
    public static Comparison of(String first, String second, List<Verdict> byFirst, List<Verdict> bySecond) {
        int[] counts = new int[4];
        List<Change> changed = new ArrayList<>();
        for (int i = 0; i < byFirst.size(); i++) {
            Verdict one = byFirst.get(i);
            Verdict other = bySecond.get(i);
            counts[(one.right() ? 0 : 2) + (other.right() ? 0 : 1)]++;
            if (one.right() != other.right() && changed.size() < CHANGES) {
                changed.add(new Change(
                        one.row(), one.text(), one.state(), one.label(), one.predicted(), other.predicted()));
            }
        }
        double rows = Math.max(1, byFirst.size());
        return new Comparison(
                first,
                second,
                byFirst.size(),
                (counts[0] + counts[1]) / rows,
                (counts[0] + counts[2]) / rows,
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                McNemar.of(counts[1], counts[2]),
                changed);
    }
}
