package io.parley.intent.network;

import org.jspecify.annotations.Nullable;

/**
 * What turns scores into decisions; chosen on held-out rows and stored with the version.
 *
 * @param temperature divides the logits, so that probabilities mean what they say
 * @param acceptAt at or above this probability the first of the ranking is acted on without asking back
 * @param outOfScopeAt above this out-of-scope score the utterance counts as not understood
 * @param askWithin where the first two of the ranking lie closer together, and it is one of them, the customer is asked which is
 *     meant; null in versions of earlier releases, which never ask
 * @param distance how far in-scope utterances lie from their nearest neighbours: mean and spread
 * @param energy how sure the network is of in-scope utterances: mean and spread of the energy
 */
public record Thresholds(
        double temperature,
        double acceptAt,
        double outOfScopeAt,
        @Nullable Double askWithin,
        Spread distance,
        Spread energy) {

    /**
     * How far an utterance lies from what is usual: {@code σ(½(z(distance) + z(energy)) − 2)}, where z counts deviations
     * from the mean of utterances in scope.
     *
     * @return in [0, 1]
     * @see <a href="https://arxiv.org/abs/2010.03759">Liu et al. (2020)</a> for the energy
     */
    public double outOfScope(Signals signals) {
        double z = (distance.standardised(signals.distance()) + energy.standardised(signals.energy())) / 2;
        return 1 / (1 + Math.exp(2 - z));
    }

    /** Mean and standard deviation. */
    public record Spread(double mean, double deviation) {

        /** How many deviations a value lies above the mean. */
        public double standardised(double value) {
            return (value - mean) / Math.max(1e-6, deviation);
        }
    }
}
