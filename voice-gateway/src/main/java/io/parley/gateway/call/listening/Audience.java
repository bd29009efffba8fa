package io.parley.gateway.call.listening;

import io.parley.gateway.call.SoundListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** One operator's socket: frames wait for a thread of its own, so that nobody's slow line holds up a call. */
final class Audience implements SoundListener {

    private static final Logger log = LoggerFactory.getLogger(Audience.class);
    /** Five seconds; who is farther behind is not listening. */
    private static final int MOST_WAITING = 250;

    private static final int FRAMES_A_SECOND = 50;
    private static final int CHANNELS = 2;
    private static final WebSocketMessage<?> END = new TextMessage("{\"type\":\"ended\"}");

    private final String call;
    private final WebSocketSession session;
    private final JsonMapper json;
    private final BlockingQueue<WebSocketMessage<?>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private boolean told;

    Audience(String call, WebSocketSession session, JsonMapper json) {
        this.call = call;
        this.session = session;
        this.json = json;
    }

    String call() {
        return call;
    }

    /** Sends until the call or the listener is gone. */
    void begin() {
        Thread.ofVirtual().name("audience").start(this::send);
    }

    @Override
    public void heard(short[] caller, short[] ours) {
        if (!told) {
            told = true;
            offer(new TextMessage(json.writeValueAsString(Map.of(
                    "type",
                    "listening",
                    "call",
                    call,
                    "rate",
                    caller.length * FRAMES_A_SECOND,
                    "channels",
                    CHANNELS))));
        }
        ByteBuffer frame =
                ByteBuffer.allocate(caller.length * CHANNELS * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < caller.length; i++) {
            frame.putShort(caller[i]).putShort(ours[i]);
        }
        offer(new BinaryMessage(frame.flip()));
    }

    @Override
    public void ended() {
        offer(END);
    }

    private void offer(WebSocketMessage<?> message) {
        if (!waiting.offer(message)) {
            waiting.clear();
            waiting.add(END);
        }
    }

    private void send() {
        try {
            WebSocketMessage<?> next;
            do {
                next = waiting.take();
                session.sendMessage(next);
            } while (!END.equals(next));
            session.close(CloseStatus.NORMAL);
        } catch (IOException | RuntimeException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a listener is gone");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
