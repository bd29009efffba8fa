package io.parley.gateway.model;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a challenger does beside the champion, as the model services answer with it; for the OpenAPI document. */
@Schema(name = "ShadowReport")
record ShadowReportDocument(
        String campaign,
        @Nullable String champion,

        @Schema(description = "the version that is compared; null if none is") @Nullable
        String challenger,

        @Schema(description = "when the comparison of these two began in the instance that answers") @Nullable
        Instant since,

        @Schema(description = "turns that both have answered")
        long compared,

        @Schema(description = "turns at which both said the same")
        long agreed,

        @Schema(description = "their share, 0 to 1; null before the first") @Nullable
        Double agreement,

        @Schema(description = "turns at which the challenger broke off")
        long failed,

        @Schema(description = "turns not compared because too many were waiting")
        long dropped,

        @Schema(description = "where the two parted first in each conversation, latest first")
        List<Divergence> divergences) {

    /** A turn at which they parted. */
    @Schema(name = "Divergence")
    record Divergence(
            String conversationId,
            String requestId,
            @Nullable String correlationId,
            String state,
            Instant at,
            Said champion,
            Said challenger) {}

    /** What one of them said. */
    @Schema(name = "Said")
    record Said(
            @Schema(description = "a state's or a fact's id, or (none)")
            String what,

            double probability) {}
}
