package io.parley.orderflow.turn;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.CallBackReply;
import io.parley.contracts.chat.CallBackRequest;
import io.parley.contracts.chat.CallBackView;
import io.parley.contracts.chat.ConversationRequest;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.orderflow.callback.CallBacks;
import io.parley.session.Exchange;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
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

/** The order flow as the gateway calls it. A customer's calls carry the conversation's token. */
@RestController
final class ConversationController {

    private static final String BEARER = "Bearer ";
    private static final Pattern TURN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z-]{0,31}");
    private static final Pattern PHONE = Pattern.compile("[+0-9()/. -]{5,40}");
    private static final int MOST_ALTERNATIVES = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 1_000;

    private final Conversations conversations;
    private final TurnService turns;
    private final CallBacks callBacks;
    private final Clock clock;

    ConversationController(Conversations conversations, TurnService turns, CallBacks callBacks, Clock clock) {
        this.conversations = conversations;
        this.turns = turns;
        this.callBacks = callBacks;
        this.clock = clock;
    }

    @PostMapping("/conversations")
    @ResponseStatus(HttpStatus.CREATED)
    OpenedConversation open(@RequestBody ConversationRequest request) {
        String channel = request.channel() == null ? "chat" : request.channel();
        require(request.campaign() != null, "'campaign' is missing; GET /api/offers lists what can be bought.");
        require(
                CHANNEL.matcher(channel).matches() && !channel.equals(Curtain.REHEARSAL),
                "'channel' must be a short word in lower case, such as chat.");
        return conversations.open(request.campaign(), channel, clock);
    }

    @PostMapping("/conversations/{id}/turns")
    TurnReply take(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody TurnRequest request) {
        require(
                request.turnId() != null && TURN_ID.matcher(request.turnId()).matches(),
                "'turnId' must be 1 to 64 letters, digits, dots, colons, dashes or underscores.");
        require(request.text() != null, "'text' is missing; an empty text stands for silence.");
        List<String> alternatives = request.alternatives() == null ? List.of() : request.alternatives();
        require(
                alternatives.size() <= MOST_ALTERNATIVES,
                "'alternatives' may have at most " + MOST_ALTERNATIVES + " texts; send the likeliest.");
        require(
                request.heardReply() == null || request.heardReply().length() <= Words.LONGEST,
                "'heardReply' may have at most " + Words.LONGEST + " characters.");
        conversations.authorize(id, token(authorization));
        Hearsay hearsay = Hearsay.spoken(request.text(), alternatives, request.heardReply());
        try (MDC.MDCCloseable ignored = MDC.putCloseable("conversation.id", id)) {
            return reply(turns.take(id, request.turnId(), hearsay, clock));
        }
    }

    @GetMapping("/conversations/{id}")
    ConversationView read(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        conversations.authorize(id, token(authorization));
        return conversations.read(id);
    }

    @DeleteMapping("/conversations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        conversations.authorize(id, token(authorization));
        conversations.end(id, clock);
    }

    @PostMapping("/conversations/{id}/call-back")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CallBackReply callBack(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody CallBackRequest request) {
        conversations.authorize(id, token(authorization));
        require(
                request.phone() != null && PHONE.matcher(request.phone()).matches(),
                "'phone' must be a telephone number, with country code where it is abroad.");
        require(
                request.name() == null || request.name().length() <= LONGEST_NAME,
                "'name' may have at most " + LONGEST_NAME + " characters.");
        require(
                request.note() == null || request.note().length() <= LONGEST_NOTE,
                "'note' may have at most " + LONGEST_NOTE + " characters.");
        return new CallBackReply(conversations.requestCallBack(id, request, clock));
    }

    /** Any conversation, for operators; the gateway lets nobody else through. */
    @GetMapping("/operator/conversations/{id}")
    ConversationView readAsOperator(@PathVariable String id) {
        return conversations.read(id);
    }

    /** The calls that are owed, for operators. */
    @GetMapping("/call-backs")
    List<CallBackView> callBacks() {
        return callBacks.latest();
    }

    private static TurnReply reply(Exchange exchange) {
        TurnReply.@Nullable OrderSummary order = exchange.orderId() == null || exchange.orderTotal() == null
                ? null
                : new TurnReply.OrderSummary(exchange.orderId(), exchange.orderTotal());
        return new TurnReply(
                exchange.turnId(),
                exchange.reply(),
                exchange.state(),
                exchange.choices(),
                exchange.outcome(),
                order,
                exchange.handOff());
    }

    static String token(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new FaultException(
                    Fault.CREDENTIAL_MISSING,
                    "Send the conversation's token as 'Authorization: Bearer <token>'; it came when the conversation"
                            + " began.");
        }
        return authorization.substring(BEARER.length()).strip();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new FaultException(Fault.REQUEST_INVALID, otherwise);
        }
    }
}
