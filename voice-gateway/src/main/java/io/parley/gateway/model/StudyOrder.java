package io.parley.gateway.model;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study's request may say; for the OpenAPI document.
 *
 * @param kind what is to be studied
 * @param path a file below the campaigns or data folder; without it the campaign's own folder
 * @param folds in how many parts the rows are cut, 2 to 20; 5 without it
 * @param fractions shares of the rows to learn from, above 0 and up to 1; for a learning curve
 * @param seed the same data and seed give the same result
 */
record StudyOrder(
        @Schema(allowableValues = {"data-check", "cross-validation", "learning-curve"})
        String kind,

        @Nullable String path,
        @Nullable Integer folds,
        @Nullable List<Double> fractions,
        @Nullable Long seed) {}
