package io.parley.gateway.openapi;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem document; for the OpenAPI document. */
@Schema(name = "Problem", description = "Why a call failed (RFC 9457)")
record ProblemDocument(
        @Schema(description = "An address that explains it", example = "/problems/conversation-not-found")
        URI type,

        String title,
        int status,

        @Schema(description = "What is wrong here, and what to do")
        String detail,

        @Schema(example = "conversation-not-found") String code,

        @Schema(description = "Whether the very same call may succeed later")
        boolean retriable,

        @Schema(description = "Names the call in our log") String correlationId,

        @Schema(description = "Every single problem, where there can be many") @Nullable
        List<String> problems) {}
