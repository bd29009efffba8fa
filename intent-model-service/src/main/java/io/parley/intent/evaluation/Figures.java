package io.parley.intent.evaluation;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often predictions are right. Accuracies and F1 in [0, 1]; without rows every figure is 0.
 *
 * @param rows how many
 * @param accuracy share of rows whose label was predicted
 * @param macroF1 mean F1 of the labels that occur
 * @param weightedF1 the same weighted by how often each occurs
 * @param states by state: rows and accuracy
 * @param labels by label: rows, precision, recall, F1
 * @param confusions every mistake, commonest first
 */
public record Figures(
        int rows,
        double accuracy,
        double macroF1,
        double weightedF1,
        Map<String, OfState> states,
        Map<String, OfLabel> labels,
        List<Confusion> confusions) {

    public Figures {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        confusions = List.copyOf(confusions);
    }

    /** What was said in one state. */
    public record OfState(int rows, double accuracy) {}

    /**
     * One label.
     *
     * @param rows how many have it
     * @param precision share of those taken for it that have it
     * @param recall share of those that have it that were taken for it
     */
    public record OfLabel(int rows, double precision, double recall, double f1) {}

    /**
     * A mistake.
     *
     * @param rows how often it was made
     */
    public record Confusion(String label, String predicted, int rows) {}

    /**
     * What became of a row.
     *
     * @param state where it was said
     * @param label what is right
     * @param predicted what was ranked first
     */
    public record Outcome(String state, String label, String predicted) {

        boolean right() {
            return label.equals(predicted);
        }
    }

    /** The figures of these rows. */
    public static Figures of(List<Outcome> outcomes) {
        Map<String, Tally> states = new TreeMap<>();
        Map<String, Tally> labels = new TreeMap<>();
        Map<Confusion, Integer> mistakes = new HashMap<>();
        int right = 0;
        for (Outcome outcome : outcomes) {
            boolean hit = outcome.right();
            right += hit ? 1 : 0;
            states.computeIfAbsent(outcome.state(), state -> new Tally()).count(hit);
            labels.computeIfAbsent(outcome.label(), label -> new Tally()).count(hit);
            labels.computeIfAbsent(outcome.predicted(), label -> new Tally()).taken++;
            if (!hit) {
                mistakes.merge(new Confusion(outcome.label(), outcome.predicted(), 0), 1, Integer::sum);
            }
        }
        double n = Math.max(1, outcomes.size());
        Map<String, OfLabel> ofLabels = new TreeMap<>();
        labels.forEach((label, tally) -> ofLabels.put(label, tally.ofLabel()));
        Map<String, OfState> ofStates = new TreeMap<>();
        states.forEach((state, tally) -> ofStates.put(state, new OfState(tally.rows, tally.recall())));
        return new Figures(
                outcomes.size(),
                right / n,
                ofLabels.values().stream()
                        .filter(label -> label.rows() > 0)
                        .mapToDouble(OfLabel::f1)
                        .average()
                        .orElse(0),
                ofLabels.values().stream()
                                .mapToDouble(label -> label.f1() * label.rows())
                                .sum()
                        / n,
                ofStates,
                ofLabels,
                commonestFirst(mistakes));
    }

    private static List<Confusion> commonestFirst(Map<Confusion, Integer> mistakes) {
        return mistakes.entrySet().stream()
                .map(entry ->
                        new Confusion(entry.getKey().label(), entry.getKey().predicted(), entry.getValue()))
                .sorted(Comparator.comparingInt(Confusion::rows)
                        .reversed()
                        .thenComparing(Confusion::label)
                        .thenComparing(Confusion::predicted))
                .toList();
    }

    /** Counts hits of one label or state. */
    private static final class Tally {

        private int rows;
        private int hits;
        private int taken;

        void count(boolean hit) {
            rows++;
            hits += hit ? 1 : 0;
        }

        double recall() {
            return rows == 0 ? 0 : (double) hits / rows;
        }

        OfLabel ofLabel() {
            double precision = taken == 0 ? 0 : (double) hits / taken;
            double both = precision + recall();
            return new OfLabel(rows, precision, recall(), both == 0 ? 0 : 2 * precision * recall() / both);
        }
    }
}
