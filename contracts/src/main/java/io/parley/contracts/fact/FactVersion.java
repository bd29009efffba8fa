package io.parley.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a fact. Only operators see it.
 *
 * @param version 0 for what the campaign's folder has, then counted with every change
 * @param status what became of the fact with it
 * @param fact what customers could hear; null where it was deleted
 * @param changedAt when it came about; null for version 0
 */
public record FactVersion(
        int version,
        FactStatus status,
        @Nullable FactContent fact,
        @Nullable Instant changedAt) {}
