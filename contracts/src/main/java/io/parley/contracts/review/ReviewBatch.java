package io.parley.contracts.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were exported together.
 *
 * @param id names it, from 1
 * @param rows how many
 * @param relabelled of how many the proposed label was wrong
 * @param exportedAt when
 * @param versionBefore the next-state version that was champion then; null if there was none
 * @param inCampaignSince when the campaign's {@code utterances.csv} was seen to have all of them: the time of that file; null
 *     while it has not
 */
public record ReviewBatch(
        long id,
        int rows,
        int relabelled,
        Instant exportedAt,
        @Nullable String versionBefore,
        @Nullable Instant inCampaignSince) {}
