package io.parley.intent.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a model does on rows it never saw. Accuracies and F1 in [0, 1].
 *
 * @param rows how many
 * @param accuracy share of rows whose label is ranked first among the allowed
 * @param macroF1 mean F1 of the labels that occur
 * @param weightedF1 the same weighted by how often each occurs
 * @param loss mean negative log-likelihood of the right label
 * @param stateShuffledAccuracy accuracy when the network is shown another row's state and allowed states, while the
 *     choice stays restricted to the true ones: how far it falls is what the network owes to the state
 * @param accepted share of rows whose winner reaches the version's threshold
 * @param acceptedAccuracy accuracy on those; 0 if there are none
 * @param notUnderstood share of rows whose out-of-scope score is above the version's threshold
 * @param calibration whether the winners' probabilities mean what they say
 * @param states by state: rows and accuracy
 * @param labels by label: rows, precision, recall, F1
 * @param confusions every mistake, commonest first
 */
public record Evaluation(
        int rows,
        double accuracy,
        double macroF1,
        double weightedF1,
        double loss,
        double stateShuffledAccuracy,
        double accepted,
        double acceptedAccuracy,
        double notUnderstood,
        Reliability calibration,
        Map<String, OfState> states,
        Map<String, OfLabel> labels,
        List<Confusion> confusions) {

    public Evaluation {
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
}
