package io.parley.gateway.socket;

import io.parley.contracts.chat.ConversationView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** One open WebSocket. Frames come in one at a time, on one thread; pings and the end may come from others. */
final class ClientSocket {

    private static final Logger log = LoggerFactory.getLogger(ClientSocket.class);

    private final WebSocketSession session;
    private final String conversation;
    private final String address;
    private final long openedAt;
    private volatile long heardAt;
    private volatile long pingedAt;
    private volatile @Nullable String authorization;
    private volatile boolean attentive;
    private volatile boolean talking;
    private volatile long spokeAt;
    private int told;
    private volatile boolean closed;

    /**
     * @param session takes frames from several threads
     * @param address of the client
     * @param now nanoseconds of the clock
     */
    ClientSocket(WebSocketSession session, String conversation, String address, long now) {
        this.session = session;
        this.conversation = conversation;
        this.address = address;
        this.openedAt = now;
        this.heardAt = now;
        this.pingedAt = now;
        this.spokeAt = now;
    }

    String conversation() {
        return conversation;
    }

    String address() {
        return address;
    }

    /** Whether we ended it. Frames that came before may still be waiting to be read. */
    boolean isClosed() {
        return closed;
    }

    /** The header under which the order flow knows the customer; null before they have authenticated. */
    @Nullable
    String authorization() {
        return authorization;
    }

    void authenticated(String header) {
        this.authorization = header;
    }

    /** Whether somebody besides the client may have something to say here. */
    boolean isAttentive() {
        return attentive;
    }

    void attentive(boolean now) {
        attentive = now;
    }

    /** The customer has said something, now or before they came back. */
    void talking(long now) {
        talking = true;
        spokeAt = now;
    }

    /** Whether a customer who talks with us, and with nobody else, has been silent for so long. */
    boolean isQuiet(long now, Duration patience) {
        return talking && !attentive && !closed && now - spokeAt > patience.toNanos();
    }

    /** There is nothing more to ask this client about its silence until the customer speaks. */
    void leaveInPeace() {
        talking = false;
    }

    /**
     * What of a conversation this client has not been told.
     *
     * @return what was said since the last time, oldest first
     */
    synchronized List<ConversationView.Turn> news(ConversationView conversation) {
        List<ConversationView.Turn> turns = conversation.turns();
        List<ConversationView.Turn> news = turns.subList(Math.min(told, turns.size()), turns.size());
        told = turns.size();
        return news;
    }

    void heard(long now) {
        heardAt = now;
    }

    /** What is due with this socket now. */
    Due due(long now, SocketProperties patience) {
        if (authorization == null
                && now - openedAt > patience.authenticateWithin().toNanos()) {
            return Due.CLOSE_UNAUTHENTICATED;
        }
        if (now - heardAt > patience.silentAfter().toNanos()) {
            return Due.CLOSE_SILENT;
        }
        return now - pingedAt >= patience.pingEvery().toNanos() ? Due.PING : Due.NOTHING;
    }

    /** What can be due with a socket. */
    enum Due {
        NOTHING,
        PING,
        CLOSE_UNAUTHENTICATED,
        CLOSE_SILENT
    }

    void pinged(long now) {
        pingedAt = now;
    }

    void ping() {
        send(new PingMessage(ByteBuffer.allocate(0)));
    }

    void send(String frame) {
        send(new TextMessage(frame));
    }

    private void send(WebSocketMessage<?> frame) {
        try {
            session.sendMessage(frame);
        } catch (IOException | IllegalStateException e) {
            // The client left, or takes nothing; it comes back and reads what it missed.
            log.atDebug().addKeyValue("cause", e.toString()).log("a frame could not be sent");
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    void close(CloseStatus status) {
        closed = true;
        try {
            session.close(status);
        } catch (IOException | IllegalStateException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a socket could not be closed");
        }
    }
}
