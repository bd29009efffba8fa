package io.parley.intent.network;

import io.parley.contracts.model.ScoredState;
import java.util.List;

/**
 * Where the network would go.
 *
 * @param ranking every allowed state, most probable first
 * @param outOfScope how far the utterance lies from all training examples, in [0, 1]
 */
public record Prediction(List<ScoredState> ranking, double outOfScope) {

    public Prediction {
        ranking = List.copyOf(ranking);
    }

    /** The most probable state. */
    public ScoredState best() {
        return ranking.getFirst();
    }
}
