package io.parley.gateway.call.stream;

import io.parley.gateway.Client;
import io.parley.gateway.rtp.G711;
import io.parley.gateway.socket.SocketClient;
import io.parley.speech.Sound;
import java.util.Arrays;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A provider that streams one call in real time: silence, and what the caller says. */
final class Caller implements AutoCloseable {

    private static final int FRAME = Sound.TELEPHONE / 50;

    private final SocketClient socket;
    private final Queue<short[]> frames = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean hungUp = new AtomicBoolean();
    private final AtomicInteger media = new AtomicInteger();
    private @Nullable Thread line;

    Caller(Client client, String query) {
        socket = SocketClient.open(client, "/ws/media-streams" + query, null);
    }

    /** A call of the campaign that is configured. */
    static Caller calling(Client client) {
        Caller caller = new Caller(client, "?token=s3cret");
        caller.start();
        return caller;
    }

    void start() {
        socket.send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
        socket.send("{\"event\":\"start\",\"streamSid\":\"MZ1\",\"start\":{\"streamSid\":\"MZ1\",\"callSid\":\"CA1\","
                + "\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}}}");
        line = Thread.ofPlatform().daemon().start(this::stream);
    }

    void send(String frame) {
        socket.send(frame);
    }

    void says(Sound sound) {
        short[] samples = sound.atRate(Sound.TELEPHONE).samples();
        for (int at = 0; at < samples.length; at += FRAME) {
            frames.add(Arrays.copyOf(Arrays.copyOfRange(samples, at, Math.min(samples.length, at + FRAME)), FRAME));
        }
    }

    void keys(String digits) {
        digits.chars()
                .forEach(digit -> socket.send(
                        "{\"event\":\"dtmf\",\"streamSid\":\"MZ1\",\"dtmf\":{\"digit\":\"" + (char) digit + "\"}}"));
    }

    /** Waits for the next frame of that kind. */
    JsonNode hears(String event) {
        while (true) {
            JsonNode frame = socket.next();
            String kind = frame.path("event").asString();
            if (kind.equals("media")) {
                media.incrementAndGet();
            }
            if (kind.equals(event)) {
                return frame;
            }
        }
    }

    /** How many frames of our sound have come, as far as they were waited for. */
    int media() {
        return media.get();
    }

    int closed() {
        return socket.closed();
    }

    private void stream() {
        long due = System.nanoTime();
        while (!hungUp.get()) {
            short[] frame = frames.poll();
            byte[] sound = G711.MU_LAW.encode(frame == null ? new short[FRAME] : frame);
            try {
                socket.send("{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"track\":\"inbound\",\"payload\":\""
                        + Base64.getEncoder().encodeToString(sound) + "\"}}");
                due += 20_000_000;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException | RuntimeException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        hungUp.set(true);
        if (line != null) {
            line.interrupt();
        }
        socket.close();
    }
}
