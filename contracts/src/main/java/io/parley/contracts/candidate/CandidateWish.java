package io.parley.contracts.candidate;

import org.jspecify.annotations.Nullable;

/**
 * Which candidate shall be tried on which conversations.
 *
 * @param nextState a version of the next-state model; null for those that answered then
 * @param answers a version of the answer model; null for those that answered then
 * @param campaignVersion the number of a kept version of the campaign; null for the one each conversation began with
 * @param days only conversations with a turn in the last so many days; null for 30
 * @param rehearsals whether conversations of tests and simulations count as well; null for no
 * @param mostDiverged the share of conversations that may take another course, in [0, 1]; null for a twentieth
 * @param mostLost the share of the orders' value that may be lost, in [0, 1]; null for a hundredth
 */
public record CandidateWish(
        @Nullable String nextState,
        @Nullable String answers,
        @Nullable Integer campaignVersion,
        @Nullable Integer days,
        @Nullable Boolean rehearsals,
        @Nullable Double mostDiverged,
        @Nullable Double mostLost) {

    public static final int USUAL_DAYS = 30;
    public static final double USUAL_MOST_DIVERGED = 0.05;
    public static final double USUAL_MOST_LOST = 0.01;

    /** The same with everything told that was left open. */
    public CandidateWish complete() {
        return new CandidateWish(
                nextState,
                answers,
                campaignVersion,
                days == null ? Integer.valueOf(USUAL_DAYS) : days,
                rehearsals != null && rehearsals,
                mostDiverged == null ? Double.valueOf(USUAL_MOST_DIVERGED) : mostDiverged,
                mostLost == null ? Double.valueOf(USUAL_MOST_LOST) : mostLost);
    }
}
