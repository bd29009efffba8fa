package io.parley.qa.recall;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact and how well it fits.
 *
 * @param fact the fact's id
 * @param probability calibrated, in [0, 1]
 * @param attention the gate it got on each hop, each in [0, 1]
 * @param similarities in which respects the text is like it, by name
 * @param closestAsking the known wording that comes closest; null where the fact has none
 */
public record Recalled(
        String fact,
        double probability,
        List<Double> attention,
        Map<String, Double> similarities,
        @Nullable String closestAsking) {}
