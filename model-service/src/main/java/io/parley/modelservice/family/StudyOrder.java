package io.parley.modelservice.family;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How something is to be studied. What a study has no use for it leaves alone.
 *
 * @param folds in how many parts the rows are cut; null for the study's own choice
 * @param fractions shares of the rows to learn from; null for the study's own choice
 * @param seed decides everything random
 */
public record StudyOrder(@Nullable Integer folds, @Nullable List<Double> fractions, long seed) {

    /** @throws FaultException {@link Fault#REQUEST_INVALID} if a fraction is null */
    public StudyOrder {
        if (fractions != null && fractions.stream().anyMatch(Objects::isNull)) {
            throw new FaultException(Fault.REQUEST_INVALID, "a fraction is empty; give numbers");
        }
        fractions = fractions == null ? null : List.copyOf(fractions);
    }
}
