package io.parley.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for a service behind the gateway: a real HTTP server that answers what a test tells it to. */
public final class StandIn {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Forgets what it was told, and what it received. */
    public void reset() {
        answers.clear();
        received.clear();
        on("GET /actuator/health", 200, Map.of("status", "UP"));
    }

    /**
     * @param call method and path, {@code GET /offers}
     * @param body a record of the contracts, as they cross the wire
     */
    public void on(String call, int status, Object body) {
        on(call, exchange -> respond(exchange, status, "application/json", JSON.writeValueAsBytes(body)));
    }

    public void onProblem(String call, int status, String document) {
        on(
                call,
                exchange -> respond(
                        exchange, status, "application/problem+json", document.getBytes(StandardCharsets.UTF_8)));
    }

    public void on(String call, HttpHandler handler) {
        answers.put(call, handler);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received last() {
        return received.getLast();
    }

    /**
     * What a handler's own request says; {@link #last} may be another's that came meanwhile.
     *
     * @param type a record of the contracts
     */
    public static <T> T body(HttpExchange exchange, Class<T> type) {
        return JSON.readValue(exchange.getRequestBody(), type);
    }

    public static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
        HttpHandler handler = answers.get(call);
        if (handler == null) {
            respond(exchange, 404, "text/plain", ("nobody told me about " + call).getBytes(StandardCharsets.UTF_8));
            return;
        }
        // A handler that streams reads the body itself, and is not recorded with one.
        boolean small = !"chunked".equals(exchange.getRequestHeaders().getFirst("Transfer-Encoding"))
                && length(exchange) < 1_000_000;
        byte[] body = small ? exchange.getRequestBody().readAllBytes() : new byte[0];
        if (small) {
            exchange.setStreams(new ByteArrayInputStream(body), null);
        }
        received.add(new Received(
                call,
                exchange.getRequestURI().getRawQuery() == null
                        ? ""
                        : exchange.getRequestURI().getRawQuery(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(body, StandardCharsets.UTF_8)));
        try {
            handler.handle(exchange);
        } catch (IOException e) {
            exchange.close();
        }
    }

    private static long length(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }

    /** What the stand-in was asked. */
    public record Received(String call, String query, Map<String, List<String>> headers, String body) {
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }
    }
}
