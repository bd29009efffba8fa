package io.parley.modelservice.family;

import java.util.Map;

/**
 * What a lesson gives.
 *
 * @param metrics what was measured, by name
 */
public record Learnt<M>(M model, Map<String, Double> metrics) {

    public Learnt {
        metrics = Map.copyOf(metrics);
    }
}
