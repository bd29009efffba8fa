package io.parley.gateway.call.stream;

import io.parley.gateway.call.CallEnd;
import io.parley.gateway.call.CallRequest;
import io.parley.gateway.call.NoRoomException;
import io.parley.gateway.call.Switchboard;
import io.parley.gateway.socket.SocketProperties;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the media streams of a telephony provider. What is no frame ends its socket, with the reason, and nothing else. */
@Component
final class StreamHandler extends TextWebSocketHandler {

    private static final int MOST_UNSENT_BYTES = 256 * 1024;
    private static final int MOST_PAYLOAD_BYTES = 8_000;

    private final Switchboard switchboard;
    private final StreamHandshake handshake;
    private final StreamProperties properties;
    private final SocketProperties patience;
    private final JsonMapper json;
    private final Map<String, Stream> streams = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("stream-watch").factory());

    StreamHandler(
            Switchboard switchboard,
            StreamHandshake handshake,
            StreamProperties properties,
            SocketProperties patience,
            JsonMapper json) {
        this.switchboard = switchboard;
        this.handshake = handshake;
        this.properties = properties;
        this.patience = patience;
        this.json = json;
    }

    /** A socket, and its leg once the stream has started. */
    private static final class Stream {
        private final WebSocketSession session;
        private volatile @Nullable StreamLeg leg;

        Stream(WebSocketSession session) {
            this.session = session;
        }
    }

    /** A frame that cannot be taken; the message is for the provider and never holds sound or digits. */
    private static final class BadFrameException extends Exception {
        private static final long serialVersionUID = 1L;

        BadFrameException(String message) {
            super(message);
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        Stream stream = new Stream(new ConcurrentWebSocketSessionDecorator(
                session, (int) patience.sendWithin().toMillis(), MOST_UNSENT_BYTES));
        streams.put(session.getId(), stream);
        var _ = watch.schedule(
                () -> {
                    if (stream.leg == null) {
                        refuse(stream, "send a start frame first");
                    }
                },
                properties.startWithin().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Stream stream = streams.remove(session.getId());
        StreamLeg leg = stream == null ? null : stream.leg;
        if (leg != null) {
            leg.ended(status.getCode() == CloseStatus.NORMAL.getCode() ? CallEnd.CALLER_LEFT : CallEnd.CONNECTION_LOST);
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        Stream stream = streams.get(session.getId());
        if (stream == null) {
            return;
        }
        try {
            take(stream, json.readValue(message.getPayload(), StreamFrame.class));
        } catch (JacksonException e) {
            // The cause would quote the frame.
            refuse(stream, "a frame is a JSON object with an event");
        } catch (BadFrameException e) {
            refuse(stream, String.valueOf(e.getMessage()));
        }
    }

    private void take(Stream stream, StreamFrame frame) throws BadFrameException {
        String event = frame.event();
        if (event == null) {
            throw new BadFrameException("a frame has an event");
        }
        switch (event) {
            case "connected", "mark" -> {
                // The first says only what is spoken here; marks come back for what we pace ourselves.
            }
            case "start" -> start(stream, frame);
            case "media" -> media(started(stream), frame.media());
            case "dtmf" -> digit(started(stream), frame.dtmf());
            case "stop" -> {
                started(stream).ended(CallEnd.CALLER_LEFT);
                started(stream).close(CloseStatus.NORMAL);
            }
            default -> throw new BadFrameException("there is no such event");
        }
    }

    private void start(Stream stream, StreamFrame frame) throws BadFrameException {
        StreamFrame.Start start = frame.start();
        String id = frame.streamSid() != null ? frame.streamSid() : start == null ? null : start.streamSid();
        if (start == null || id == null) {
            throw new BadFrameException("a start frame has a start with its streamSid");
        }
        if (stream.leg != null) {
            throw new BadFrameException("the stream has started");
        }
        Map<String, String> parameters = start.customParameters() == null ? Map.of() : start.customParameters();
        String token = parameters.get("token");
        boolean authenticated =
                Boolean.TRUE.equals(stream.session.getAttributes().get(StreamHandshake.AUTHENTICATED));
        if (!authenticated && (token == null || !handshake.isSecret(token))) {
            throw new BadFrameException("the token is missing or wrong");
        }
        requireMuLaw(start.mediaFormat());
        StreamLeg leg = new StreamLeg(stream.session, id, json, properties.aheadAtMost());
        try {
            leg.listener(switchboard.connect(
                    leg, new CallRequest(parameters.get("campaign"), parameters.get("from"), leg.kind())));
            stream.leg = leg;
        } catch (NoRoomException e) {
            leg.ended(CallEnd.FAILED);
            leg.close(CloseStatus.SERVICE_OVERLOAD.withReason("busy, call again later"));
        }
    }

    private static void requireMuLaw(StreamFrame.@Nullable MediaFormat format) throws BadFrameException {
        boolean fits = format == null
                || ((format.encoding() == null || format.encoding().equals("audio/x-mulaw"))
                        && (format.sampleRate() == null || format.sampleRate() == 8000)
                        && (format.channels() == null || format.channels() == 1));
        if (!fits) {
            throw new BadFrameException("only audio/x-mulaw with 8000 samples a second and one channel is taken");
        }
    }

    private static StreamLeg started(Stream stream) throws BadFrameException {
        StreamLeg leg = stream.leg;
        if (leg == null) {
            throw new BadFrameException("send a start frame first");
        }
        return leg;
    }

    private static void media(StreamLeg leg, StreamFrame.@Nullable Media media) throws BadFrameException {
        if (media == null || media.payload() == null) {
            throw new BadFrameException("a media frame has a payload");
        }
        if ("outbound".equals(media.track())) {
            return;
        }
        byte[] sound;
        try {
            sound = Base64.getDecoder().decode(media.payload());
        } catch (IllegalArgumentException e) {
            throw new BadFrameException("a payload is base64");
        }
        if (sound.length > MOST_PAYLOAD_BYTES) {
            throw new BadFrameException("a payload has at most " + MOST_PAYLOAD_BYTES + " bytes");
        }
        if (!leg.hear(sound)) {
            throw new BadFrameException("media comes faster than it can have been spoken");
        }
    }

    private static void digit(StreamLeg leg, StreamFrame.@Nullable Dtmf dtmf) throws BadFrameException {
        String digit = dtmf == null ? null : dtmf.digit();
        if (digit == null || !digit.matches("[0-9*#A-Da-d]")) {
            throw new BadFrameException("a dtmf frame has one digit of 0-9 * # A-D");
        }
        leg.digit(Character.toUpperCase(digit.charAt(0)));
    }

    private static void refuse(Stream stream, String reason) {
        StreamLeg leg = stream.leg;
        if (leg != null) {
            leg.ended(CallEnd.MALFORMED);
            leg.close(CloseStatus.POLICY_VIOLATION.withReason(reason));
        } else {
            try {
                stream.session.close(CloseStatus.POLICY_VIOLATION.withReason(reason));
            } catch (IOException | IllegalStateException e) {
                // It is gone, which is what was wanted.
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        watch.shutdownNow();
    }
}
