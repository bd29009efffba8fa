package io.parley.gateway.fact;

import io.parley.contracts.fact.FactView;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/campaigns/{campaign}/facts")
@Tag(name = "Facts", description = "What customers are told, changed while the campaign is sold.")
final class FactsController {

    private static final String IF_MATCH = "If-Match";
    private static final String SEEN = "The version you have seen, as ETag gave it; 412 if the fact has another by now";

    private final OrderFlow orderFlow;

    FactsController(OrderFlow orderFlow) {
        this.orderFlow = orderFlow;
    }

    @GetMapping
    @Operation(
            summary = "Every fact of a campaign",
            description = "Those of its folder as operators changed them, and those they added or deleted.")
    List<FactView> all(@PathVariable String campaign) {
        return orderFlow.facts(campaign);
    }

    @GetMapping("/{fact}")
    @Operation(
            summary = "A fact with its version and those before",
            description = "Version 0 is what the campaign's folder has.")
    ResponseEntity<FactView> one(@PathVariable String campaign, @PathVariable String fact) {
        return tagged(orderFlow.fact(campaign, fact));
    }

    @PutMapping("/{fact}")
    @Operation(
            summary = "Write a fact, new or in place of the one there",
            description =
                    "Customers are told it from the next turn on; nothing is trained. A fact with problems is refused"
                            + " with all of them, as the campaign's validator finds them.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = FactOrder.class))))
    ResponseEntity<FactView> put(
            @PathVariable String campaign,
            @PathVariable String fact,
            @RequestBody JsonNode body,
            @Parameter(description = SEEN) @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        return tagged(orderFlow.putFact(campaign, fact, body, SeenVersion.of(ifMatch)));
    }

    @DeleteMapping("/{fact}")
    @Operation(
            summary = "Delete a fact",
            description = "Who asks for it is told that a person will answer. Its versions stay, to go back to.")
    ResponseEntity<FactView> delete(
            @PathVariable String campaign,
            @PathVariable String fact,
            @Parameter(description = SEEN) @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        return tagged(orderFlow.deleteFact(campaign, fact, SeenVersion.of(ifMatch)));
    }

    @PostMapping("/{fact}/rollback")
    @Operation(
            summary = "Go back to an earlier version",
            description =
                    "Makes a new version that says what the earlier one did. To go back to 0 gives the fact back to"
                            + " the campaign's folder.")
    ResponseEntity<FactView> rollBack(
            @PathVariable String campaign,
            @PathVariable String fact,
            @RequestBody @Valid RollbackOrder order,
            @Parameter(description = SEEN) @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        return tagged(orderFlow.rollBackFact(campaign, fact, order.to(), SeenVersion.of(ifMatch)));
    }

    private static ResponseEntity<FactView> tagged(FactView fact) {
        return ResponseEntity.ok()
                .eTag(SeenVersion.tag(fact.current().version()))
                .body(fact);
    }
}
