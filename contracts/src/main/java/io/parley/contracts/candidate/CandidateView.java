package io.parley.contracts.candidate;

import org.jspecify.annotations.Nullable;

/**
 * A candidate's trial as it stands.
 *
 * @param id names it in addresses
 * @param status {@code running}, {@code completed}, {@code cancelled} or {@code failed}
 * @param candidate what is tried
 * @param played conversations played so far
 * @param conversations how many there are
 * @param report on those played so far; complete when {@code completed}
 * @param failure why it failed, if it did
 */
public record CandidateView(
        String id,
        String campaign,
        String status,
        CandidateWish candidate,
        int played,
        int conversations,
        CandidateReport report,
        @Nullable String failure) {

    public boolean isOver() {
        return !status.equals("running");
    }
}
