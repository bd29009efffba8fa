package io.parley.contracts.mutation;

import org.jspecify.annotations.Nullable;

/**
 * A mutation run as it stands.
 *
 * @param id names it in addresses
 * @param status {@code running}, {@code completed}, {@code cancelled} or {@code failed}
 * @param tried broken flows tried so far
 * @param mutants how many there are
 * @param secondsLeft at the pace so far; 0 while nothing is known and when it is over
 * @param report on those tried so far; complete when {@code completed}
 * @param failure why it failed, if it did
 */
public record MutationView(
        String id,
        String campaign,
        String status,
        int tried,
        int mutants,
        double secondsLeft,
        MutationReport report,
        @Nullable String failure) {

    public boolean isOver() {
        return !status.equals("running");
    }
}
