package io.parley.standalone.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer's end of the WebSocket of a conversation: one frame out, one frame back, and in between what a person writes. */
final class CustomerSocket implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final JsonMapper json = JsonMapper.shared();
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    private CustomerSocket(URI gateway, String conversation) {
        URI address = URI.create(gateway.toString().replaceFirst("^http", "ws") + "/ws/conversations/" + conversation);
        socket = http.newWebSocketBuilder().buildAsync(address, new Listener()).join();
    }

    /** Connects to a conversation; nobody is allowed to say anything yet. */
    static CustomerSocket to(URI gateway, String conversation) {
        return new CustomerSocket(gateway, conversation);
    }

    /** Says who it is; what comes back. */
    JsonNode authenticate(String token) throws InterruptedException {
        return exchange(json.createObjectNode().put("type", "authenticate").put("token", token));
    }

    /** Says something; what comes back. */
    JsonNode say(String turnId, String text) throws InterruptedException {
        return exchange(json.createObjectNode()
                .put("type", "turn")
                .put("turnId", turnId)
                .put("text", text));
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    private JsonNode exchange(JsonNode frame) throws InterruptedException {
        socket.sendText(frame.toString(), true).join();
        return next();
    }

    /** The next frame, asked for or not. */
    JsonNode next() throws InterruptedException {
        String answer = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new AssertionError("no frame came back within " + PATIENCE_SECONDS + " s");
        }
        return json.readTree(answer);
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder frame = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            frame.append(part);
            if (last) {
                frames.add(frame.toString());
                frame.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
