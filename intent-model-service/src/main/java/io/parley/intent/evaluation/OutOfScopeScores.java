package io.parley.intent.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows out of scope are told from the others. A row in scope counts as right where it is not above the threshold and its
 * winner is its label.
 *
 * @param rows out of scope
 * @param auroc the probability that a row out of scope scores above one in scope
 * @param threshold the version's own, chosen on rows kept from training
 * @param inScopeAccuracy share of rows in scope that are right at that threshold
 * @param recall share of rows out of scope above it
 * @param recallAtInScope93 the highest recall of any threshold that keeps an in-scope accuracy of 0.93; null if none does
 * @param curve what other thresholds would give, from lenient to strict
 */
public record OutOfScopeScores(
        int rows,
        double auroc,
        double threshold,
        double inScopeAccuracy,
        double recall,
        @Nullable Double recallAtInScope93,
        List<Point> curve) {

    private static final double IN_SCOPE = 0.93;
    private static final int CURVE_POINTS = 50;

    public OutOfScopeScores {
        curve = List.copyOf(curve);
    }

    /** What a threshold gives. */
    public record Point(double threshold, double inScopeAccuracy, double recall) {}

    /**
     * A scored row.
     *
     * @param score how far out of scope it seems, in [0, 1]
     * @param inScope whether it is in scope
     * @param right whether the winner is its label
     */
    record Scored(double score, boolean inScope, boolean right) {}

    /** @param scored at least one row out of scope and one in scope */
    static OutOfScopeScores of(List<Scored> scored, double threshold) {
        double[] out = scored.stream()
                .filter(row -> !row.inScope())
                .mapToDouble(Scored::score)
                .sorted()
                .toArray();
        double[] in = scored.stream()
                .filter(Scored::inScope)
                .mapToDouble(Scored::score)
                .sorted()
                .toArray();
        double[] right = scored.stream()
                .filter(row -> row.inScope() && row.right())
                .mapToDouble(Scored::score)
                .sorted()
                .toArray();
        List<Point> points = new ArrayList<>();
        scored.stream()
                .map(Scored::score)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .forEach(at -> points.add(point(at, out, in, right)));
        Double best = points.stream()
                .filter(point -> point.inScopeAccuracy() >= IN_SCOPE)
                .map(Point::recall)
                .max(Comparator.naturalOrder())
                .orElse(null);
        Point own = point(threshold, out, in, right);
        return new OutOfScopeScores(
                out.length,
                rankedAbove(out, in),
                threshold,
                own.inScopeAccuracy(),
                own.recall(),
                best,
                thinned(points));
    }

    private static Point point(double at, double[] out, double[] in, double[] right) {
        double recall = out.length == 0 ? 0 : 1 - upTo(out, at) / (double) out.length;
        return new Point(at, in.length == 0 ? 0 : upTo(right, at) / (double) in.length, recall);
    }

    private static List<Point> thinned(List<Point> points) {
        int step = Math.max(1, points.size() / CURVE_POINTS);
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < points.size(); i += step) {
            kept.add(points.get(i));
        }
        return kept;
    }

    /** Ties count half. */
    private static double rankedAbove(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return 0;
        }
        double above = 0;
        for (double score : first) {
            above += (upTo(second, score) + upTo(second, Math.nextDown(score))) / 2.0;
        }
        return above / first.length / second.length;
    }

    /** How many of the sorted values are at most so high. */
    private static int upTo(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
