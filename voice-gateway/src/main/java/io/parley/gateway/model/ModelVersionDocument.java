package io.parley.gateway.model;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model version as the model services answer with it; for the OpenAPI document. */
@Schema(name = "ModelVersion")
record ModelVersionDocument(
        String version,
        String campaign,
        String kind,
        String dataHash,
        long seed,
        Map<String, String> settings,
        Map<String, Double> metrics,
        double seconds,
        @Nullable String parent,
        Instant createdAt,

        @Schema(allowableValues = {"champion", "challenger"}) @Nullable
        String role) {}
