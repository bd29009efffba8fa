package io.parley.contracts.review;

import org.jspecify.annotations.Nullable;

/**
 * What a batch was worth.
 *
 * @param versionAfter the first version that was trained with it and used; null while there is none
 * @param heldOut both versions on the campaign's held-out rows; null while they cannot be compared
 * @param missing why they cannot be compared; null where they were
 */
public record ReviewBatchGain(
        ReviewBatch batch,
        @Nullable String versionAfter,
        @Nullable HeldOut heldOut,
        @Nullable String missing) {

    /**
     * Two versions on the same rows, of which neither has learnt.
     *
     * @param rows how many
     * @param before share of them that the version before gets right, in [0, 1]
     * @param after share of them that the version after gets right, in [0, 1]
     * @param nowRight rows that only the version after gets right
     * @param nowWrong rows that only the version before gets right
     * @param p how probable so uneven a change is if both were equally good (McNemar)
     */
    public record HeldOut(int rows, double before, double after, int nowRight, int nowWrong, double p) {}
}
