package io.parley.gateway.model;

import org.jspecify.annotations.Nullable;

/**
 * What a training job's request may say; for the OpenAPI document.
 *
 * @param path a file below the campaigns or data folder; without it the campaign's own folder
 * @param activate whether the version becomes champion; a campaign's first always does
 * @param campaignVersion a kept version of the campaign to learn in place of what is on sale
 * @param seed the same data, settings and seed give the same model
 */
record TrainingOrder(
        @Nullable String path,
        @Nullable Boolean activate,
        @Nullable Long seed,
        @Nullable Integer campaignVersion) {}
