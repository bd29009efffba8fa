package io.parley.gateway.call.browser;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallListener;
import io.parley.gateway.call.CallRequest;
import io.parley.gateway.call.NoRoomException;
import io.parley.gateway.call.Switchboard;
import io.parley.gateway.security.RateLimit;
import io.parley.gateway.socket.SocketHandshake;
import io.parley.gateway.socket.SocketProperties;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes calls of pages. The token is checked by the order flow when the call begins; a wrong one ends it. */
@Component
final class CallHandler extends AbstractWebSocketHandler {

    private static final int MOST_UNSENT_BYTES = 256 * 1024;

    private final Switchboard switchboard;
    private final SocketProperties patience;
    private final RateLimit rate;
    private final JsonMapper json;
    private final Map<String, BrowserLeg> legs = new ConcurrentHashMap<>();

    CallHandler(Switchboard switchboard, SocketProperties patience, RateLimit customerRate, JsonMapper json) {
        this.switchboard = switchboard;
        this.patience = patience;
        this.rate = customerRate;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        WebSocketSession shared = new ConcurrentWebSocketSessionDecorator(
                session, (int) patience.sendWithin().toMillis(), MOST_UNSENT_BYTES);
        BrowserLeg leg = new BrowserLeg(shared, json);
        legs.put(session.getId(), leg);
        Thread.startVirtualThread(() -> dismissUnlessCalling(leg));
    }

    /** Whoever does not say who they are may not stay. */
    private void dismissUnlessCalling(BrowserLeg leg) {
        try {
            Thread.sleep(patience.authenticateWithin());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (leg.listener() == null) {
            refuse(leg, "authenticate first");
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        BrowserLeg leg = legs.remove(session.getId());
        if (leg != null) {
            leg.ended(status.getCode() == CloseStatus.NORMAL.getCode() ? CallEnd.CALLER_LEFT : CallEnd.CONNECTION_LOST);
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        BrowserLeg leg = legs.get(session.getId());
        if (leg == null) {
            return;
        }
        if (leg.listener() == null) {
            refuse(leg, "authenticate first");
        } else if (!leg.hear(message.getPayload())) {
            refuse(leg, "sound is 16-bit samples at 16 kHz, no faster than speech");
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        BrowserLeg leg = legs.get(session.getId());
        if (leg == null) {
            return;
        }
        PageFrame frame;
        try {
            frame = json.readValue(message.getPayload(), PageFrame.class);
        } catch (JacksonException e) {
            // The cause would quote the customer.
            refuse(leg, "a frame is JSON with a type: authenticate, turn, key or hang-up");
            return;
        }
        CallListener call = leg.listener();
        if (frame instanceof PageFrame.Authenticate(var token)) {
            begin(session, leg, call, token);
        } else if (call == null) {
            refuse(leg, "authenticate first");
        } else {
            take(session, leg, call, frame);
        }
    }

    private void begin(WebSocketSession session, BrowserLeg leg, @Nullable CallListener call, @Nullable String token) {
        if (call != null || token == null || !token.matches("[\\x21-\\x7e]{1,512}")) {
            refuse(leg, "authenticate once, with the conversation's token");
            return;
        }
        if (!rate.admits(address(session))) {
            leg.ended(CallEnd.FAILED);
            leg.close(CloseStatus.SERVICE_OVERLOAD.withReason("too many calls from here, wait a second"));
            return;
        }
        String conversation = String.valueOf(session.getAttributes().get(SocketHandshake.CONVERSATION));
        try {
            leg.listener(switchboard.connect(
                    leg,
                    new CallRequest(null, null, leg.kind(), new CallRequest.Joined(conversation, "Bearer " + token))));
        } catch (NoRoomException e) {
            leg.ended(CallEnd.FAILED);
            leg.close(CloseStatus.SERVICE_OVERLOAD.withReason("busy, call again later"));
        }
    }

    private void take(WebSocketSession session, BrowserLeg leg, CallListener call, PageFrame frame) {
        switch (frame) {
            case PageFrame.Authenticate again -> throw new IllegalStateException("taken before");
            case PageFrame.Turn(var turnId, var text) -> {
                if (turnId == null || text == null || text.isBlank()) {
                    refuse(leg, "a turn has a turnId and a text");
                } else if (rate.admits(address(session))) {
                    call.typed(turnId, text);
                }
            }
            case PageFrame.Key(var key) -> {
                if (key == null || !key.matches("[0-9*#]")) {
                    refuse(leg, "a key is one of 0-9 * #");
                } else {
                    call.digit(key.charAt(0));
                }
            }
            case PageFrame.HangUp hangUp -> {
                leg.ended(CallEnd.CALLER_LEFT);
                leg.close(CloseStatus.NORMAL);
            }
        }
    }

    private static void refuse(BrowserLeg leg, String reason) {
        leg.ended(CallEnd.MALFORMED);
        leg.close(CloseStatus.POLICY_VIOLATION.withReason(reason));
    }

    private static String address(WebSocketSession session) {
        InetSocketAddress client = session.getRemoteAddress();
        return client == null ? "unknown" : client.getAddress().getHostAddress();
    }
}
