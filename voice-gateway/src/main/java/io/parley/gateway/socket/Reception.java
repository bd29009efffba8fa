package io.parley.gateway.socket;

import java.net.InetSocketAddress;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/** Lets new sockets in. */
@Component
final class Reception {

    private static final int MOST_UNSENT_BYTES = 64 * 1024;

    private final OpenSockets sockets;
    private final SocketProperties patience;

    Reception(OpenSockets sockets, SocketProperties patience) {
        this.sockets = sockets;
        this.patience = patience;
    }

    /** @param conversation whose it is; empty for one of the desk */
    void admit(WebSocketSession session, String conversation) {
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
                new ClientSocket(
                        new ConcurrentWebSocketSessionDecorator(session, sendMillis, MOST_UNSENT_BYTES),
                        conversation,
                        client == null ? "unknown" : client.getAddress().getHostAddress(),
                        System.nanoTime()));
    }
}
