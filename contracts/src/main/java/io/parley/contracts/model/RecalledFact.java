package io.parley.contracts.model;

import java.util.List;

/**
 * A fact and how well it fits.
 *
 * @param fact the fact's id
 * @param probability calibrated, in [0, 1]
 * @param attention the gate it got on each hop, each in [0, 1]
 */
public record RecalledFact(String fact, double probability, List<Double> attention) {

    public RecalledFact {
        attention = List.copyOf(attention);
    }
}
