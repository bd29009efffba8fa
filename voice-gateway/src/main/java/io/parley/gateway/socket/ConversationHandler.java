package io.parley.gateway.socket;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.edge.CorrelationFilter;
import io.parley.edge.Problems;
import io.parley.gateway.conversation.Turns;
import io.parley.gateway.security.RateLimit;
import io.parley.gateway.upstream.OrderFlow;
import io.parley.gateway.upstream.UpstreamProblem;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks with a client over a WebSocket. The server hands over a socket's next frame only when this one is done with, so
 * turns are taken in order, one at a time, and a client that sends faster than it is answered fills its own connection.
 */
@Component
final class ConversationHandler extends TextWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(ConversationHandler.class);
    private static final int MOST_UNSENT_BYTES = 64 * 1024;

    private final OrderFlow orderFlow;
    private final Turns turns;
    private final OpenSockets sockets;
    private final RateLimit rate;
    private final Problems problems;
    private final SocketProperties patience;
    private final JsonMapper json;

    ConversationHandler(
            OrderFlow orderFlow,
            Turns turns,
            OpenSockets sockets,
            RateLimit customerRate,
            Problems problems,
            SocketProperties patience,
            JsonMapper json) {
        this.orderFlow = orderFlow;
        this.turns = turns;
        this.sockets = sockets;
        this.rate = customerRate;
        this.problems = problems;
        this.patience = patience;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        int sendMillis = (int) patience.sendWithin().toMillis();
        if (session instanceof StandardWebSocketSession standard) {
            // A client that takes nothing would hold the thread that writes to it for 20 seconds, and one that does not
            // answer our farewell its connection for 30.
            Map<String, Object> tomcat = standard.getNativeSession().getUserProperties();
            tomcat.put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", (long) sendMillis);
            tomcat.put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", (long) sendMillis);
        }
        InetSocketAddress client = session.getRemoteAddress();
        sockets.add(
                session.getId(),
                new CustomerSocket(
                        new ConcurrentWebSocketSessionDecorator(session, sendMillis, MOST_UNSENT_BYTES),
                        String.valueOf(session.getAttributes().get(SocketHandshake.CONVERSATION)),
                        client == null ? "unknown" : client.getAddress().getHostAddress(),
                        System.nanoTime()));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        sockets.remove(session.getId());
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage pong) {
        CustomerSocket socket = sockets.get(session.getId());
        if (socket != null) {
            socket.heard(System.nanoTime());
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        CustomerSocket socket = sockets.get(session.getId());
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

    private void receive(CustomerSocket socket, String payload) {
        ClientFrame frame;
        try {
            frame = json.readValue(payload, ClientFrame.class);
        } catch (JacksonException e) {
            // The cause would quote the customer.
            refuse(
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

    private void authenticate(CustomerSocket socket, @Nullable String token) {
        if (socket.authorization() != null) {
            send(socket, problem(null, new FaultException(Fault.REQUEST_INVALID, "This socket is authenticated.")));
            return;
        }
        if (token == null || !token.matches("[\\x21-\\x7e]{1,512}")) {
            refuse(
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
            send(socket, new ServerFrame.Ready(conversation));
        } catch (RuntimeException e) {
            refuse(socket, e);
        }
    }

    private void take(CustomerSocket socket, ClientFrame.Turn turn) {
        String authorization = socket.authorization();
        if (authorization == null) {
            refuse(socket, new FaultException(Fault.CREDENTIAL_MISSING, "Authenticate before the first turn."));
            return;
        }
        String turnId = turn.turnId();
        String text = turn.text();
        if (turnId == null || text == null) {
            send(socket, problem(turnId, new FaultException(Fault.REQUEST_INVALID, "A turn has a turnId and a text.")));
            return;
        }
        if (!rate.admits(socket.address())) {
            send(
                    socket,
                    problem(
                            turnId,
                            new FaultException(
                                    Fault.TOO_MANY_REQUESTS, "Too many turns came from here; wait a second.")));
            return;
        }
        try {
            TurnReply reply = turns.take(
                    Turns.Entrance.SOCKET, socket.conversation(), new TurnRequest(turnId, text), authorization);
            send(socket, new ServerFrame.Reply(reply));
        } catch (RuntimeException e) {
            send(socket, problem(turnId, e));
        }
    }

    /** Says why, and if the client has not authenticated ends it: it may come again. */
    private void refuse(CustomerSocket socket, RuntimeException cause) {
        ServerFrame.Problem problem = problem(null, cause);
        send(socket, problem);
        if (socket.authorization() == null) {
            socket.close(problem.retriable() ? CloseStatus.SERVICE_OVERLOAD : CloseStatus.POLICY_VIOLATION);
        }
    }

    private void send(CustomerSocket socket, ServerFrame frame) {
        socket.send(json.writeValueAsString(frame));
    }

    private ServerFrame.Problem problem(@Nullable String turnId, RuntimeException cause) {
        return switch (cause) {
            case UpstreamProblem upstream -> {
                JsonNode document = upstream.read(json);
                yield new ServerFrame.Problem(
                        turnId,
                        upstream.status(),
                        document.path("title").asString(""),
                        document.path("detail").asString(""),
                        document.path("retriable").asBoolean(upstream.status() >= 500));
            }
            case FaultException fault -> problem(turnId, fault.fault(), String.valueOf(fault.getMessage()));
            default -> {
                log.atError().setCause(cause).log("unforeseen failure of a turn");
                yield problem(
                        turnId,
                        Fault.UNEXPECTED,
                        "The log has the cause under the correlation id " + MDC.get(CorrelationFilter.MDC_KEY) + ".");
            }
        };
    }

    private ServerFrame.Problem problem(@Nullable String turnId, Fault fault, String detail) {
        ProblemDetail document = problems.of(fault, detail, List.of());
        return new ServerFrame.Problem(
                turnId, document.getStatus(), Objects.requireNonNull(document.getTitle()), detail, fault.retriable());
    }
}
