package io.parley.gateway.model;

import org.jspecify.annotations.Nullable;

/**
 * What an evaluation's request may say; for the OpenAPI document.
 *
 * @param path a file below the campaigns or data folder; without it the campaign's held-out rows
 */
record EvaluationOrder(@Nullable String path) {}
