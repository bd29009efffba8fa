package io.parley.gateway.model;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A study as the model services answer with it; for the OpenAPI document. What it found out has the shape of its kind. */
@Schema(name = "Study")
record StudyDocument(
        String id,
        String campaign,

        @Schema(allowableValues = {"data-check", "cross-validation", "learning-curve"})
        String kind,

        @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"})
        String state,

        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        TrainingJobDocument.Progress progress,
        @Nullable Map<String, Object> result,
        @Nullable String failure,
        @Nullable String detail,
        List<String> problems) {}
