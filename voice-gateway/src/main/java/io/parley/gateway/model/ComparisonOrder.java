package io.parley.gateway.model;

import org.jspecify.annotations.Nullable;

/**
 * What a comparison's request may say; for the OpenAPI document.
 *
 * @param first a version; the champion without it
 * @param second a version
 * @param path a file below the campaigns or data folder; without it the campaign's held-out rows
 */
record ComparisonOrder(
        @Nullable String first, String second, @Nullable String path) {}
