package io.parley.gateway.socket;

import io.parley.gateway.Client;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer's end of a WebSocket. */
public final class SocketClient implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final WebSocket socket;
    private final Received received;

    private SocketClient(WebSocket socket, Received received) {
        this.socket = socket;
        this.received = received;
    }

    public static SocketClient open(Client client, String path, @Nullable String origin) {
        Received received = new Received();
        WebSocket.Builder builder = client.http().newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        return new SocketClient(
                builder.buildAsync(client.socket(path), received).join(), received);
    }

    public void send(String frame) {
        socket.sendText(frame, true).join();
    }

    /** Sends sound. */
    public void send(ByteBuffer bytes) {
        socket.sendBinary(bytes, true).join();
    }

    /** The next sound. */
    public ByteBuffer nextSound() {
        try {
            return Objects.requireNonNull(
                    received.sounds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "no sound came" + received.end());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonNode next() {
        try {
            return JsonMapper.shared()
                    .readTree(Objects.requireNonNull(
                            received.frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS),
                            () -> "no frame came" + received.end()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end, and tells its code. */
    public int closed() {
        return received.closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    public int pings() {
        return received.pings.get();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static final class Received implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final BlockingQueue<ByteBuffer> sounds = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private volatile String why = "";
        private final AtomicInteger pings = new AtomicInteger();
        private final StringBuilder partial = new StringBuilder();
        private final ByteArrayOutputStream partialSound = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                frames.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer bytes, boolean last) {
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            partialSound.writeBytes(part);
            if (last) {
                sounds.add(ByteBuffer.wrap(partialSound.toByteArray()));
                partialSound.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            pings.incrementAndGet();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            why = reason;
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable cause) {
            closed.completeExceptionally(cause);
        }

        /** Whether nothing can come any more, to be told with what did not. */
        private String end() {
            return closed.isDone() ? "; the socket was closed: " + why : "";
        }
    }
}
