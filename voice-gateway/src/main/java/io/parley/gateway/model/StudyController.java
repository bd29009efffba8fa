package io.parley.gateway.model;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What a data scientist asks of the model services. Their answers pass as they are. */
@RestController
@RequestMapping("/api/models/{kind}/{campaign}")
@Tag(
        name = "Studies",
        description = "Long work that makes no version, for next-state only, and two versions on the same rows.")
final class StudyController {

    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data";
    private static final String EVENTS = "text/event-stream";

    private final ModelRelay relay;

    StudyController(ModelRelay relay) {
        this.relay = relay;
    }

    @PostMapping("/studies")
    @Operation(
            summary = "Look data over, cross-validate, or draw a learning curve",
            description =
                    "On an uploaded file (then what the JSON body would say comes as parameters), on a path, or, with"
                            + " neither, on the campaign's own folder.",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = JSON, schema = @Schema(implementation = StudyOrder.class)),
                                @Content(
                                        mediaType = MULTIPART,
                                        schemaProperties = {
                                            @SchemaProperty(
                                                    name = "file",
                                                    schema = @Schema(type = "string", format = "binary")),
                                            @SchemaProperty(name = "kind", schema = @Schema(type = "string")),
                                            @SchemaProperty(name = "folds", schema = @Schema(type = "integer")),
                                            @SchemaProperty(
                                                    name = "fractions",
                                                    array = @ArraySchema(schema = @Schema(type = "number"))),
                                            @SchemaProperty(name = "seed", schema = @Schema(type = "integer"))
                                        })
                            }))
    @ApiResponse(
            responseCode = "202",
            description = "The study; Location is its address",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = StudyDocument.class)))
    void study(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relayPatiently(kind, exchange);
    }

    @GetMapping("/studies")
    @Operation(summary = "The latest studies, newest first, without their results")
    @ApiResponse(
            responseCode = "200",
            description = "The studies",
            content =
                    @Content(
                            mediaType = JSON,
                            array = @ArraySchema(schema = @Schema(implementation = StudyDocument.class))))
    void studies(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @GetMapping("/studies/{study}")
    @Operation(summary = "One study, with its result once it has succeeded")
    @TellsStudy
    void get(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String study,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @GetMapping("/studies/{study}/events")
    @Operation(
            summary = "Follow a study",
            description = "Server-sent events, each the study as it then stands; the stream ends with the study.")
    @ApiResponse(
            responseCode = "200",
            description = "The events",
            content = @Content(mediaType = EVENTS, schema = @Schema(implementation = StudyDocument.class)))
    void follow(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String study,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @DeleteMapping("/studies/{study}")
    @Operation(summary = "Cancel a study")
    @TellsStudy
    void cancel(
            @PathVariable String kind,
            @PathVariable String campaign,
            @PathVariable String study,
            ServletWebRequest exchange)
            throws IOException {
        relay.relay(kind, exchange);
    }

    @PostMapping("/comparisons")
    @Operation(
            summary = "Ask two versions the same rows",
            description =
                    "On an uploaded file (then first and second come as parameters), on a path, or, with neither, on"
                            + " the campaign's held-out rows.",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = JSON, schema = @Schema(implementation = ComparisonOrder.class)),
                                @Content(
                                        mediaType = MULTIPART,
                                        schemaProperties = {
                                            @SchemaProperty(
                                                    name = "file",
                                                    schema = @Schema(type = "string", format = "binary")),
                                            @SchemaProperty(name = "first", schema = @Schema(type = "string")),
                                            @SchemaProperty(name = "second", schema = @Schema(type = "string"))
                                        })
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "How often each is right, whether the difference may be chance, and the rows it comes from",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = ComparisonDocument.class)))
    void compare(@PathVariable String kind, @PathVariable String campaign, ServletWebRequest exchange)
            throws IOException {
        relay.relayPatiently(kind, exchange);
    }
}
