package io.parley.gateway.fact;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The body of a rollback.
 *
 * @param to the version to go back to; 0 for what the campaign's folder has
 */
record RollbackOrder(@NotNull @Min(0) Integer to) {}
