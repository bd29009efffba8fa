package io.parley.gateway.call.browser;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallLeg;
import io.parley.gateway.call.CallListener;
import io.parley.gateway.call.CallNotice;
import io.parley.gateway.call.Intake;
import io.parley.gateway.call.PacedVoice;
import io.parley.speech.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** One page that calls. Sound goes out at the speed of speech; the page is told when to drop the little it holds. */
final class BrowserLeg implements CallLeg, PacedVoice.Way {

    private static final Logger log = LoggerFactory.getLogger(BrowserLeg.class);
    private static final Duration AHEAD_AT_MOST = Duration.ofSeconds(3);
    private static final String CLEAR = "{\"type\":\"clear\"}";

    private final WebSocketSession session;
    private final JsonMapper json;
    private final PacedVoice voice = new PacedVoice(Sound.WIDE, this);
    private final Intake intake = new Intake(Sound.WIDE, AHEAD_AT_MOST);
    private volatile @Nullable CallListener listener;

    /** @param session takes frames from several threads, and drops a client that takes none */
    BrowserLeg(WebSocketSession session, JsonMapper json) {
        this.session = session;
        this.json = json;
    }

    void listener(CallListener to) {
        listener = to;
    }

    @Nullable
    CallListener listener() {
        return listener;
    }

    @Override
    public String kind() {
        return "browser";
    }

    @Override
    public int rate() {
        return Sound.WIDE;
    }

    @Override
    public void play(Sound sound, String mark) {
        voice.play(sound, mark);
    }

    @Override
    public Duration clear() {
        Duration sent = voice.clear();
        send(new TextMessage(CLEAR));
        return sent;
    }

    @Override
    public void hangUp(CallEnd why) {
        voice.close();
        CloseStatus status = switch (why) {
            case FAILED -> CloseStatus.SERVER_ERROR;
            case SHUTDOWN -> CloseStatus.SERVICE_RESTARTED;
            case CALLER_LEFT, CONVERSATION_OVER, NO_INPUT, TOO_LONG, TRANSFERRED, CONNECTION_LOST, MALFORMED ->
                CloseStatus.NORMAL;
        };
        close(status.withReason(why.label()));
    }

    @Override
    public boolean transfer(String target) {
        return false;
    }

    @Override
    public void show(CallNotice notice) {
        send(new TextMessage(json.writeValueAsString(notice)));
    }

    @Override
    public void frame(short[] frame) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * frame.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(frame);
        send(new BinaryMessage(bytes));
    }

    @Override
    public void played(String mark) {
        CallListener told = listener;
        if (told != null) {
            told.played(mark);
        }
    }

    /** @return false if it is no sound, or came much faster than it can have been spoken */
    boolean hear(ByteBuffer bytes) {
        if (bytes.remaining() % 2 != 0) {
            return false;
        }
        short[] samples = new short[bytes.remaining() / 2];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        CallListener told = listener;
        return intake.take(samples, frame -> {
            if (told != null) {
                told.heard(frame);
            }
        });
    }

    void ended(CallEnd why) {
        voice.close();
        CallListener told = listener;
        if (told != null) {
            told.ended(why);
        }
    }

    void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | IllegalStateException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a call's socket could not be closed");
        }
    }

    private void send(WebSocketMessage<?> frame) {
        try {
            session.sendMessage(frame);
        } catch (IOException | IllegalStateException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a frame of a call could not be sent");
            close(CloseStatus.SESSION_NOT_RELIABLE);
            ended(CallEnd.CONNECTION_LOST);
        }
    }
}
