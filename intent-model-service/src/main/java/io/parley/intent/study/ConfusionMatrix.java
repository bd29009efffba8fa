package io.parley.intent.study;

import io.parley.intent.evaluation.Figures.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Which labels were taken for which.
 *
 * @param labels that occur or were predicted, by name
 * @param counts {@code [labels × labels]}; row i, column j: rows of label i that were taken for label j
 */
public record ConfusionMatrix(List<String> labels, List<List<Integer>> counts) {

    public ConfusionMatrix {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
    }

    static ConfusionMatrix of(List<Outcome> outcomes) {
        TreeSet<String> names = new TreeSet<>();
        outcomes.forEach(outcome -> {
            names.add(outcome.label());
            names.add(outcome.predicted());
        });
        List<String> labels = List.copyOf(names);
        List<List<Integer>> counts = new ArrayList<>();
        labels.forEach(label -> counts.add(new ArrayList<>(Collections.nCopies(labels.size(), 0))));
        for (Outcome outcome : outcomes) {
            List<Integer> row = counts.get(labels.indexOf(outcome.label()));
            int column = labels.indexOf(outcome.predicted());
            row.set(column, row.get(column) + 1);
        }
        return new ConfusionMatrix(labels, counts);
    }
}
