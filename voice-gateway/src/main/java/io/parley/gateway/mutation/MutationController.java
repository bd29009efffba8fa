package io.parley.gateway.mutation;

import io.parley.contracts.mutation.MutationView;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/campaigns/{campaign}/mutations")
@Tag(name = "Mutations", description = "Whether the conversation tests notice a broken flow.")
final class MutationController {

    private final OrderFlow orderFlow;

    MutationController(OrderFlow orderFlow) {
        this.orderFlow = orderFlow;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Play the conversation tests against broken flows",
            description =
                    "Begins; follow it at its address. Edges are dropped, slots made optional, buckets mistaken and"
                            + " facts swapped, one at a time, in flows of their own that no customer meets. One run at a time.")
    MutationView begin(@PathVariable String campaign) {
        return orderFlow.mutate(campaign);
    }

    @GetMapping("/{mutation}")
    @Operation(summary = "A mutation run as it stands", description = "The report is complete when it is completed.")
    MutationView view(@PathVariable String campaign, @PathVariable String mutation) {
        return orderFlow.mutation(campaign, mutation);
    }

    @DeleteMapping("/{mutation}")
    @Operation(summary = "Cancel a mutation run", description = "What was found stays.")
    MutationView cancel(@PathVariable String campaign, @PathVariable String mutation) {
        return orderFlow.cancelMutation(campaign, mutation);
    }
}
