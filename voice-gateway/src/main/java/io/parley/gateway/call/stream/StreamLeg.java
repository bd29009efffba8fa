package io.parley.gateway.call.stream;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallLeg;
import io.parley.gateway.call.CallListener;
import io.parley.gateway.call.Intake;
import io.parley.gateway.call.PacedVoice;
import io.parley.gateway.rtp.G711;
import io.parley.speech.Sound;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** One stream of a provider. Frames go out at the speed of speech, so that the provider holds little that a barge-in must drop. */
final class StreamLeg implements CallLeg, PacedVoice.Way {

    private static final Logger log = LoggerFactory.getLogger(StreamLeg.class);

    private final WebSocketSession session;
    private final String stream;
    private final JsonMapper json;
    private final PacedVoice voice = new PacedVoice(Sound.TELEPHONE, this);
    private final Intake intake;

    private volatile @Nullable CallListener listener;

    /**
     * @param session takes frames from several threads, and drops a client that takes none
     * @param aheadAtMost how much sound may come faster than it can have been spoken
     */
    StreamLeg(WebSocketSession session, String stream, JsonMapper json, Duration aheadAtMost) {
        this.session = session;
        this.stream = stream;
        this.json = json;
        this.intake = new Intake(Sound.TELEPHONE, aheadAtMost);
    }

    void listener(CallListener to) {
        listener = to;
    }

    @Override
    public String kind() {
        return "stream";
    }

    @Override
    public int rate() {
        return Sound.TELEPHONE;
    }

    @Override
    public void play(Sound sound, String mark) {
        voice.play(sound, mark);
    }

    @Override
    public Duration clear() {
        Duration sent = voice.clear();
        send(StreamFrame.clear(stream));
        return sent;
    }

    @Override
    public void hangUp(CallEnd why) {
        voice.close();
        close(CloseStatus.NORMAL.withReason(why.label()));
    }

    @Override
    public boolean transfer(String target) {
        return false;
    }

    @Override
    public void frame(short[] frame) {
        send(StreamFrame.media(stream, Base64.getEncoder().encodeToString(G711.MU_LAW.encode(frame))));
    }

    @Override
    public void played(String mark) {
        send(StreamFrame.mark(stream, mark));
        CallListener told = listener;
        if (told != null) {
            told.played(mark);
        }
    }

    /**
     * Takes sound of any length and hands it on in frames.
     *
     * @return false if it came much faster than it can have been spoken
     */
    boolean hear(byte[] muLaw) {
        CallListener told = listener;
        return intake.take(G711.MU_LAW.decode(muLaw), frame -> {
            if (told != null) {
                told.heard(frame);
            }
        });
    }

    void digit(char digit) {
        CallListener told = listener;
        if (told != null) {
            told.digit(digit);
        }
    }

    void ended(CallEnd why) {
        voice.close();
        CallListener told = listener;
        if (told != null) {
            told.ended(why);
        }
    }

    private void send(StreamFrame frame) {
        try {
            session.sendMessage(new TextMessage(json.writeValueAsString(frame)));
        } catch (IOException | IllegalStateException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a frame of a stream could not be sent");
            close(CloseStatus.SESSION_NOT_RELIABLE);
            ended(CallEnd.CONNECTION_LOST);
        }
    }

    void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | IllegalStateException e) {
            log.atDebug().addKeyValue("cause", e.toString()).log("a stream could not be closed");
        }
    }
}
