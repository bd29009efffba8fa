package io.parley.gateway.replay;

import io.parley.contracts.replay.RecordedTurn;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Replay", description = "Turns that were taken: played again and compared, and explained.")
final class ReplayController {

    private static final String TURN = "The turn's number, from 1";

    private final OrderFlow orderFlow;
    private final Explanations explanations;

    ReplayController(OrderFlow orderFlow, Explanations explanations) {
        this.orderFlow = orderFlow;
        this.explanations = explanations;
    }

    @GetMapping("/api/conversations/{id}/turns")
    @Operation(
            summary = "The recorded turns of a conversation",
            description = "What the customer said is masked. Turns older than parley.archive.days are gone.")
    List<RecordedTurn> turns(@PathVariable String id) {
        return orderFlow.recordedTurns(id);
    }

    @GetMapping("/api/conversations/{id}/turns/{turn}/explanation")
    @Operation(
            summary = "Why a reply was given",
            description =
                    "Decision and ground, what the network and the memory were asked and said, what moved them, slots"
                            + " before and after, bucket and variant of each sentence, versions, times. words of nextState is null"
                            + " where the version that answered is gone.")
    TurnExplanation explanation(
            @PathVariable String id, @Parameter(description = TURN, example = "3") @PathVariable String turn) {
        return explanations.of(id, turn);
    }

    @PostMapping("/api/conversations/{id}/replay")
    @Operation(
            summary = "Play every turn of a conversation again",
            description =
                    "By the code that plays live turns, on what is recorded; nothing takes effect. Says of each turn"
                            + " whether it came out identical byte for byte, or where it first differs.")
    ReplayReport replay(@PathVariable String id) {
        return orderFlow.replay(id);
    }

    @PostMapping("/api/conversations/{id}/turns/{turn}/replay")
    @Operation(summary = "Play one turn again")
    TurnReplay replay(
            @PathVariable String id, @Parameter(description = TURN, example = "3") @PathVariable String turn) {
        return orderFlow.replay(id, turn);
    }

    @PostMapping("/api/replays")
    @Operation(
            summary = "Play recorded conversations again, some at a time",
            description = "results lists the turns that are not identical. While next is not null, there are more: call"
                    + " again with it as after.")
    ReplayReport replays(
            @Parameter(description = "Only this campaign's") @RequestParam(required = false) @Nullable String campaign,
            @Parameter(
                            description = "Only conversations with a turn recorded then or later",
                            example = "2026-03-02T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String since,
            @Parameter(description = "Those of conversation tests as well") @RequestParam(defaultValue = "false")
                    String rehearsals,
            @Parameter(description = "next of the answer before") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "How many conversations in this call, 1 to 500") @RequestParam(defaultValue = "50")
                    String limit) {
        Map<String, String> query = new TreeMap<>(Map.of("rehearsals", rehearsals, "after", after, "limit", limit));
        if (campaign != null) {
            query.put("campaign", campaign);
        }
        if (since != null) {
            query.put("since", since);
        }
        return orderFlow.replays(query);
    }
}
