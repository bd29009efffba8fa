package io.parley.gateway.conversation;

import io.parley.contracts.chat.CallBackReply;
import io.parley.contracts.chat.CallBackRequest;
import io.parley.contracts.chat.ConversationRequest;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.Offer;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.gateway.upstream.OrderFlow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Customers", description = "Offers and conversations. Every call but the first two carries the token.")
final class ConversationController {

    private final OrderFlow orderFlow;
    private final Turns turns;

    ConversationController(OrderFlow orderFlow, Turns turns) {
        this.orderFlow = orderFlow;
        this.turns = turns;
    }

    @GetMapping("/api/offers")
    @Operation(
            summary = "What can be bought",
            description = "In the order in which to offer it. ready is false while an offer's models learn.")
    List<Offer> offers() {
        return orderFlow.offers();
    }

    @PostMapping("/api/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Start a conversation",
            description = "The answer holds the conversation's token; it is told only here.")
    OpenedConversation open(@RequestBody ConversationRequest request) {
        return orderFlow.open(request);
    }

    @PostMapping("/api/conversations/{id}/turns")
    @Operation(
            summary = "Say something",
            description = "The same turnId again gives the same reply and no second effect. text has at most 2,000"
                    + " characters.")
    TurnReply turn(
            @PathVariable String id,
            @RequestBody TurnRequest request,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return turns.take(Turns.Entrance.REST, id, request, authorization);
    }

    @GetMapping("/api/conversations/{id}")
    @Operation(summary = "Read a conversation", description = "What the customer said is masked.")
    ConversationView conversation(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return orderFlow.conversation(id, authorization);
    }

    @DeleteMapping("/api/conversations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a conversation")
    void end(
            @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        orderFlow.end(id, authorization);
    }

    @PostMapping("/api/conversations/{id}/call-back")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask for a person", description = "A colleague will ring the customer.")
    CallBackReply callBack(
            @PathVariable String id,
            @RequestBody CallBackRequest request,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return orderFlow.callBack(id, request, authorization);
    }
}
