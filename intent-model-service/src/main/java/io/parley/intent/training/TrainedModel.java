package io.parley.intent.training;

import io.parley.intent.network.NextStateModel;
import java.util.Map;

/**
 * What a training gives.
 *
 * @param model ready to answer
 * @param metrics what was seen while training: rows, the accuracy on rows kept from training, epochs
 */
public record TrainedModel(NextStateModel model, Map<String, Double> metrics) {

    public TrainedModel {
        metrics = Map.copyOf(metrics);
    }
}
