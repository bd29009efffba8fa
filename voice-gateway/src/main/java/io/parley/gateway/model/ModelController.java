package io.parley.gateway.model;

import io.parley.gateway.candidate.Gate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The model services' own API. Their answers pass as they are; the shapes here are for the OpenAPI document. */
@RestController
@RequestMapping("/api/models/{kind}/{campaign}")
@Tag(
        name = "Models",
        description = "Training, versions and predictions. kind is next-state (where the conversation goes) or answers"
                + " (which prepared statement answers a question).")
final class ModelController {

    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";
    private static final String EVENTS = "text/event-stream";

    /** Bytes; a choice names a version and no more. */
    private static final int LONGEST_CHOICE = 4_096;

    private final ModelRelay relay;
    private final Gate gate;
    private final JsonMapper json;

    ModelController(ModelRelay relay, Gate gate, JsonMapper json) {
        this.relay = relay;
        this.gate = gate;
        this.json = json;
    }

    @PostMapping("/training-jobs")
    @Operation(
            summary = "Train a new version",
            description = "From an uploaded file, from a path, or, with neither, from the campaign's own folder.",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = JSON, schema = @Schema(implementation = TrainingOrder.class)),
                                @Content(
                                        mediaType = MULTIPART,
                                        schemaProperties = {
                                            @SchemaProperty(
                                                    name = "file",
                                                    schema = @Schema(type = "string", format = "binary"))
                                        })
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "The job; Location is its address",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = TrainingJobDocument.class)))
    void train(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relayPatiently(kind, exchange);
    }

    @GetMapping("/training-jobs")
    @Operation(summary = "Every training job, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "The jobs",
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = TrainingJobDocument.class))))
    void jobs(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange) throws IOException {
        relay.relay(kind, exchange);
    }

    @GetMapping("/training-jobs/{job}")
    @Operation(summary = "One training job")
    @TellsJob
    void job(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String job,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @GetMapping("/training-jobs/{job}/events")
    @Operation(
            summary = "Follow a training job",
            description = "Server-sent events, each the job as it then stands; the stream ends with the job.")
    @ApiResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = EVENTS, schema = @Schema(implementation = TrainingJobDocument.class)))
    void events(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String job,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @DeleteMapping("/training-jobs/{job}")
    @Operation(summary = "Cancel a training job")
    @TellsJob
    void cancel(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String job,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @GetMapping("/versions")
    @Operation(summary = "Every version of the model")
    @ApiResponse(
            responseCode = "200",
            description = "The versions",
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = ModelVersionDocument.class))))
    void versions(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "One version, with its data hash, seed, settings and metrics")
    @TellsVersion
    void version(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String version,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @DeleteMapping("/versions/{version}")
    @Operation(summary = "Delete a version that is neither champion nor challenger")
    @ApiResponse(responseCode = "204", description = "It is gone", content = @Content)
    void delete(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String version,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @PutMapping("/champion")
    @Operation(
            summary = "Make a version the one that answers",
            description = "Refused if its trial on conversations that were had ended badly, unless it is insisted on.")
    @TakesVersion
    @TellsVersion
    void champion(
            @PathVariable String kind,
            @PathVariable String campaign,
            @Parameter(description = "Whether it shall answer although its trial says otherwise")
                    @RequestParam(defaultValue = "false")
                    boolean insist,
            ServletWebRequest exchange)
            throws IOException {
        byte[] body = exchange.getRequest().getInputStream().readNBytes(LONGEST_CHOICE);
        if (!insist) {
            version(body).ifPresent(version -> gate.requireAdmitted(campaign, kind, version));
        }
        relay.relay(kind, exchange, body);
    }

    /** What cannot be read is refused by the model service. */
    private Optional<String> version(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, VersionChoice.class).version());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    @PutMapping("/challenger")
    @Operation(summary = "Compare a version with the champion")
    @TakesVersion
    @TellsVersion
    void challenger(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @GetMapping("/shadow")
    @Operation(
            summary = "How the challenger does",
            description =
                    "How often it would have said what the champion said, since these two are in use, and where they"
                            + " parted first in each conversation: 50 conversations, or as many as the parameter divergences says.")
    @ApiResponse(
            responseCode = "200",
            description = "The comparison, as the instance counted it that answers",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ShadowReportDocument.class)))
    void shadow(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @PostMapping("/rollback")
    @Operation(summary = "Go back to the champion before")
    @ApiResponse(
            responseCode = "200",
            description = "The version that answers now",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ModelVersionDocument.class)))
    void rollback(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @PostMapping("/evaluations")
    @Operation(
            summary = "Measure the model on data",
            description = "On an uploaded file, on a path, or, with neither, on the campaign's held-out rows.",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = JSON, schema = @Schema(implementation = EvaluationOrder.class)),
                                @Content(
                                        mediaType = MULTIPART,
                                        schemaProperties = {
                                            @SchemaProperty(
                                                    name = "file",
                                                    schema = @Schema(type = "string", format = "binary"))
                                        })
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "What was measured, by name",
            content = @Content(mediaType = JSON, schema = @Schema(type = "object")))
    void evaluate(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relayPatiently(kind, exchange);
    }

    @PostMapping("/predictions")
    @Operation(
            summary = "Ask the model, and why",
            description = "What the champion says to a text, with its explanation.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = PredictionOrder.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The prediction",
            content = @Content(mediaType = JSON, schema = @Schema(type = "object")))
    void predict(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }
}
