package io.parley.contracts.review;

import org.jspecify.annotations.Nullable;

/**
 * Asks that the approved rows become a batch.
 *
 * @param versionBefore the next-state version that is champion; null if there is none
 */
public record ReviewBatchOrder(@Nullable String versionBefore) {}
