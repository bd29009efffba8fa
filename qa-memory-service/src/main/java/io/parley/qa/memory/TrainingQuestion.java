package io.parley.qa.memory;

import org.jspecify.annotations.Nullable;

/**
 * One question to learn from.
 *
 * @param encoding {@code [D]}
 * @param facts rows of the m facts it is compared with, the right one among them
 * @param similarities {@code [m × S]}, as if the memory did not know this very wording
 * @param fact the row of the right fact, or {@link #NO_FACT}
 * @param withheld the row of a fact that must not be seen this time, or {@link #NO_FACT}
 * @param ownInput {@code [2D]}: the right fact's input without this very wording; null where no fact is right
 * @param hesitates whether the customer hesitates; null where nobody labelled it
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
public record TrainingQuestion(
        double[] encoding,
        int[] facts,
        double[] similarities,
        int fact,
        int withheld,
        double @Nullable [] ownInput,
        @Nullable Boolean hesitates) {

    /** No row. */
    public static final int NO_FACT = Target.NONE;
}
