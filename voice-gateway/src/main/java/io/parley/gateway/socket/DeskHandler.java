package io.parley.gateway.socket;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.edge.CorrelationFilter;
import io.parley.gateway.security.OperatorPassword;
import io.parley.gateway.upstream.DeskFlow;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells somebody at the desk what happens there. They say who they are by the first frame and nothing after it: what they do
 * goes over REST, where it can be repeated.
 */
@Component
final class DeskHandler extends TextWebSocketHandler {

    private static final String OPERATOR = "operator";

    private final DeskFlow desk;
    private final DeskRelay relay;
    private final OpenSockets sockets;
    private final Reception reception;
    private final OperatorPassword password;
    private final Speech speech;
    private final JsonMapper json;

    DeskHandler(
            DeskFlow desk,
            DeskRelay relay,
            OpenSockets sockets,
            Reception reception,
            OperatorPassword password,
            Speech speech,
            JsonMapper json) {
        this.desk = desk;
        this.relay = relay;
        this.sockets = sockets;
        this.reception = reception;
        this.password = password;
        this.speech = speech;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        reception.admit(session, DeskRelay.DESK);
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
            return;
        }
        socket.heard(System.nanoTime());
        try (MDC.MDCCloseable ignored =
                MDC.putCloseable(CorrelationFilter.MDC_KEY, UUID.randomUUID().toString())) {
            authenticate(socket, message.getPayload());
        }
    }

    private void authenticate(ClientSocket socket, String payload) {
        try {
            if (socket.authorization() != null) {
                throw new FaultException(
                        Fault.REQUEST_INVALID, "This socket is authenticated; what people do goes over REST.");
            }
            if (!password.isRight(FirstFrame.password(json, payload), socket.address())) {
                throw new FaultException(
                        Fault.CREDENTIAL_MISSING,
                        "Send {\"type\":\"authenticate\",\"password\":\"…\"} with the operator's password.");
            }
            relay.followDesk(socket);
            ServerFrame ready = new ServerFrame.DeskReady(desk.desk());
            socket.authenticated(OPERATOR);
            speech.send(socket, ready);
        } catch (RuntimeException e) {
            speech.refuse(socket, e);
        }
    }
}
