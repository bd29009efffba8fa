package io.parley.contracts.pitch;

import org.jspecify.annotations.Nullable;

/**
 * What a pitch is worth with a fact.
 *
 * @param pitch its id; null stands for the fact told without a pitch
 * @param say its text as the campaign has it now; null where the campaign has no such pitch any more
 */
public record PitchStatistics(
        @Nullable String pitch, @Nullable String say, SalesFigures figures) {}
