package io.parley.gateway.call.listening;

import io.parley.contracts.FaultException;
import io.parley.gateway.call.LiveCalls;
import io.parley.gateway.security.OperatorPassword;
import io.parley.gateway.socket.FirstFrame;
import io.parley.gateway.socket.SocketProperties;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** Lets operators hear a call. They say who they are by the first frame and nothing after it. */
@Component
final class ListenHandler extends TextWebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(ListenHandler.class);

    private final SocketProperties patience;
    private final LiveCalls calls;
    private final OperatorPassword password;
    private final JsonMapper json;
    private final Map<String, Audience> audiences = new ConcurrentHashMap<>();

    ListenHandler(SocketProperties patience, LiveCalls calls, OperatorPassword password, JsonMapper json) {
        this.patience = patience;
        this.calls = calls;
        this.password = password;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Thread.startVirtualThread(() -> dismissUnlessListening(session));
    }

    /** Whoever does not say who they are may not stay. */
    private void dismissUnlessListening(WebSocketSession session) {
        try {
            Thread.sleep(patience.authenticateWithin());
            if (!audiences.containsKey(session.getId())) {
                refuse(session, "authenticate first");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a socket could not be closed");
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) throws IOException {
        if (audiences.containsKey(session.getId())) {
            refuse(session, "nothing is taken after the first frame");
            return;
        }
        try {
            if (!password.isRight(FirstFrame.password(json, message.getPayload()), address(session))) {
                refuse(session, "send {\"type\":\"authenticate\",\"password\":\"…\"} first");
                return;
            }
        } catch (FaultException e) {
            refuse(session, "too many wrong passwords, wait a minute");
            return;
        }
        listen(session);
    }

    private void listen(WebSocketSession session) throws IOException {
        String path = session.getUri() == null ? "" : session.getUri().getPath();
        String call = path.substring(path.lastIndexOf('/') + 1);
        Audience audience = new Audience(call, session, json);
        audiences.put(session.getId(), audience);
        if (!calls.listen(call, audience)) {
            refuse(session, "there is no such call");
            return;
        }
        log.atInfo().addKeyValue("call", call).log("an operator hears a call");
        audience.begin();
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Audience audience = audiences.remove(session.getId());
        if (audience != null) {
            calls.leave(audience.call(), audience);
            audience.ended();
        }
    }

    private static void refuse(WebSocketSession session, String reason) throws IOException {
        session.close(CloseStatus.POLICY_VIOLATION.withReason(reason));
    }

    private static String address(WebSocketSession session) {
        InetSocketAddress client = session.getRemoteAddress();
        return client == null ? "unknown" : client.getAddress().getHostAddress();
    }
}
