package io.parley.modelservice.family;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How something is to be studied. What a study has no use for it leaves alone.
 *
 * @param folds in how many parts the rows are cut; null for the study's own choice
 * @param fractions shares of the rows to learn from; null for the study's own choice
 * @param seed decides everything random
 */
public record StudyOrder(@Nullable Integer folds, @Nullable List<Double> fractions, long seed) {

    public StudyOrder {
        fractions = fractions == null ? null : List.copyOf(fractions);
    }
}
