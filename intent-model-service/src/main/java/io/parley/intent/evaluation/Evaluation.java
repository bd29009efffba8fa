package io.parley.intent.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * How a model does on rows it never saw. Shares and accuracies in [0, 1].
 *
 * @param figures how often the label that is ranked first among the allowed is right
 * @param loss mean negative log-likelihood of the right label
 * @param stateShuffledAccuracy accuracy when the network is shown another row's state and allowed states, while the
 *     choice stays restricted to the true ones: how far it falls is what the network owes to the state
 * @param accepted share of rows whose winner reaches the version's threshold
 * @param acceptedAccuracy accuracy on those; 0 if there are none
 * @param notUnderstood share of rows whose out-of-scope score is above the version's threshold
 * @param calibration whether the winners' probabilities mean what they say
 */
public record Evaluation(
        @JsonUnwrapped Figures figures,
        double loss,
        double stateShuffledAccuracy,
        double accepted,
        double acceptedAccuracy,
        double notUnderstood,
        Reliability calibration) {}
