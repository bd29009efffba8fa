package io.parley.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the gateway as customers and operators do. */
public final class Client {

    public static final String PASSWORD = "correct horse";
    public static final String BEARER = "Bearer t0ken";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Client(int port) {
        this.port = port;
    }

    public static String operator(String password) {
        byte[] login = ("operator:" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    /**
     * @param call method and path, {@code GET /api/offers}
     * @param body JSON; empty for none
     * @param headers names and values in turn
     */
    public HttpResponse<String> send(String call, String body, String... headers) {
        return send(
                call,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                BodyHandlers.ofString(),
                body.isEmpty() ? headers : plus(headers, "Content-Type", "application/json"));
    }

    public <T> HttpResponse<T> send(String call, BodyPublisher body, BodyHandler<T> handler, String... headers) {
        String[] parts = call.split(" ", 2);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + parts[1]))
                .timeout(Duration.ofSeconds(30))
                .method(parts[0], body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends these very bytes, and reads until there is a whole answer or the gateway closes. */
    public String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            byte[] chunk = new byte[8_192];
            while (!answer.toString().contains("}")) {
                int read = socket.getInputStream().read(chunk);
                if (read < 0) {
                    break;
                }
                answer.append(new String(chunk, 0, read, StandardCharsets.UTF_8));
            }
            return answer.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpClient http() {
        return http;
    }

    public URI socket(String path) {
        return URI.create("ws://localhost:" + port + path);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String[] plus(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}
