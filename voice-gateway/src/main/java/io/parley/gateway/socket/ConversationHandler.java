package io.parley.gateway.socket;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.edge.CorrelationFilter;
import io.parley.gateway.conversation.Turns;
import io.parley.gateway.security.RateLimit;
import io.parley.gateway.upstream.OrderFlow;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks with a client over a WebSocket. The server hands over a socket's next frame only when this one is done with, so
 * turns are taken in order, one at a time, and a client that sends faster than it is answered fills its own connection.
 */
@Component
final class ConversationHandler extends TextWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(ConversationHandler.class);

    private final OrderFlow orderFlow;
    private final Turns turns;
    private final OpenSockets sockets;
    private final RateLimit rate;
    private final Reception reception;
    private final Speech speech;
    private final DeskRelay desk;
    private final JsonMapper json;

    ConversationHandler(
            OrderFlow orderFlow,
            Turns turns,
            OpenSockets sockets,
            RateLimit customerRate,
            Reception reception,
            Speech speech,
            DeskRelay desk,
            JsonMapper json) {
        this.orderFlow = orderFlow;
        this.turns = turns;
        this.sockets = sockets;
        this.rate = customerRate;
        this.reception = reception;
        this.speech = speech;
        this.desk = desk;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        reception.admit(session, String.valueOf(session.getAttributes().get(SocketHandshake.CONVERSATION)));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sockets.remove(session.getId());
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage pong) {
        ClientSocket socket = sockets.get(session.getId());
        if (socket != null) {
            socket.heard(System.nanoTime());
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        ClientSocket socket = sockets.get(session.getId());
        if (socket == null || socket.isClosed()) {
            // A turn whose reply nobody would hear; the client sends it again when it comes back.
            return;
        }
        try (MDC.MDCCloseable ignored =
                MDC.putCloseable(CorrelationFilter.MDC_KEY, UUID.randomUUID().toString())) {
            receive(socket, message.getPayload());
        } finally {
            // A turn may take longer than a silent client may; while it runs no pong can be heard.
            socket.heard(System.nanoTime());
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable cause) {
        log.atDebug().addKeyValue("cause", cause.toString()).log("a socket broke");
    }

    private void receive(ClientSocket socket, String payload) {
        ClientFrame frame;
        try {
            frame = json.readValue(payload, ClientFrame.class);
        } catch (JacksonException e) {
            // The cause would quote the customer.
            speech.refuse(
                    socket,
                    new FaultException(
                            Fault.REQUEST_INVALID,
                            "Send JSON with a type, 'authenticate' or 'turn', and its fields as text."));
            return;
        }
        switch (frame) {
            case ClientFrame.Authenticate(var token) -> authenticate(socket, token);
            case ClientFrame.Turn turn -> take(socket, turn);
        }
    }

    private void authenticate(ClientSocket socket, @Nullable String token) {
        if (socket.authorization() != null) {
            speech.send(
                    socket,
                    speech.problem(null, new FaultException(Fault.REQUEST_INVALID, "This socket is authenticated.")));
            return;
        }
        if (token == null || !token.matches("[\\x21-\\x7e]{1,512}")) {
            speech.refuse(
                    socket,
                    new FaultException(
                            Fault.CREDENTIAL_MISSING,
                            "Send {\"type\":\"authenticate\",\"token\":\"…\"} with the conversation's token."));
            return;
        }
        String authorization = "Bearer " + token;
        try {
            ConversationView conversation = orderFlow.conversation(socket.conversation(), authorization);
            socket.authenticated(authorization);
            socket.news(conversation);
            if (conversation.outcome() == null && conversation.turns().stream().anyMatch(turn -> turn.said() != null)) {
                socket.talking(System.nanoTime());
            }
            speech.send(socket, new ServerFrame.Ready(conversation));
            desk.follow(socket, conversation.handOff());
        } catch (RuntimeException e) {
            speech.refuse(socket, e);
        }
    }

    private void take(ClientSocket socket, ClientFrame.Turn turn) {
        String authorization = socket.authorization();
        if (authorization == null) {
            speech.refuse(socket, new FaultException(Fault.CREDENTIAL_MISSING, "Authenticate before the first turn."));
            return;
        }
        String turnId = turn.turnId();
        String text = turn.text();
        if (turnId == null || text == null) {
            speech.send(
                    socket,
                    speech.problem(
                            turnId, new FaultException(Fault.REQUEST_INVALID, "A turn has a turnId and a text.")));
            return;
        }
        if (!rate.admits(socket.address())) {
            speech.send(
                    socket,
                    speech.problem(
                            turnId,
                            new FaultException(
                                    Fault.TOO_MANY_REQUESTS, "Too many turns came from here; wait a second.")));
            return;
        }
        // Whoever waits for a long answer is not silent.
        socket.talking(System.nanoTime());
        try {
            TurnReply reply = turns.take(
                    Turns.Entrance.SOCKET, socket.conversation(), new TurnRequest(turnId, text), authorization);
            speech.send(socket, new ServerFrame.Reply(reply));
            if (reply.outcome() == null) {
                socket.talking(System.nanoTime());
            } else {
                socket.leaveInPeace();
            }
            desk.follow(socket, reply.handOff());
        } catch (RuntimeException e) {
            speech.send(socket, speech.problem(turnId, e));
        }
    }
}
