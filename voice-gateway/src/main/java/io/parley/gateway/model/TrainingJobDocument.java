package io.parley.gateway.model;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A training job as the model services answer with it; for the OpenAPI document. */
@Schema(name = "TrainingJob")
record TrainingJobDocument(
        String id,
        String campaign,

        @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled"})
        String state,

        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Progress progress,
        @Nullable String version,
        @Nullable String failure,
        @Nullable String detail,
        List<String> problems) {

    /** How far it is. */
    @Schema(name = "TrainingProgress")
    record Progress(
            String phase,
            double done,
            int epoch,
            int epochs,
            double loss,
            double heldOutAccuracy,
            double secondsLeft) {}
}
