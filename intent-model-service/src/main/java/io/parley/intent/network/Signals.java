package io.parley.intent.network;

import io.parley.intent.features.Features;

/**
 * What hints that an utterance has nothing to do with what was learnt.
 *
 * @param distance to the nearest training utterances, in [0, 2]
 * @param energy minus the logarithm of the summed exponentials of the allowed labels' logits
 */
public record Signals(double distance, double energy) {

    /**
     * @param logits {@code [labels]}, the network's for these features
     */
    public static Signals of(Neighbours neighbours, Features features, float[] logits) {
        return new Signals(neighbours.distance(features.sentence()), -Kernels.logSumExp(logits, features.allowed()));
    }
}
