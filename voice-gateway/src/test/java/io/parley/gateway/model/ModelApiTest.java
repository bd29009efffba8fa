package io.parley.gateway.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelApiTest extends GatewayTest {

    private static final String OPERATOR = Client.operator(Client.PASSWORD);
    private static final String JOBS = "/space-trip/training-jobs";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /space-trip/training-jobs",
                "GET /space-trip/training-jobs",
                "GET /space-trip/training-jobs/j1",
                "GET /space-trip/training-jobs/j1/events",
                "DELETE /space-trip/training-jobs/j1",
                "GET /space-trip/versions",
                "GET /space-trip/versions/v1",
                "DELETE /space-trip/versions/v1",
                "PUT /space-trip/champion",
                "PUT /space-trip/challenger",
                "GET /space-trip/shadow",
                "POST /space-trip/rollback",
                "POST /space-trip/evaluations",
                "POST /space-trip/predictions",
                "POST /space-trip/studies",
                "GET /space-trip/studies",
                "GET /space-trip/studies/s1",
                "GET /space-trip/studies/s1/events",
                "DELETE /space-trip/studies/s1",
                "POST /space-trip/comparisons"
            })
    void givenAnOperator_whenCalled_thenItReachesTheModelService_andNobodyElseDoes(String call) {
        String[] parts = call.split(" ", 2);
        NEXT_STATE.on(parts[0] + " /models" + parts[1], 200, Map.of("asked", call));
        admitting(List.of());
        String body = parts[0].startsWith("P") ? "{\"version\":\"v1\"}" : "";
        String path = parts[0] + " /api/models/next-state" + parts[1];

        HttpResponse<String> response = client().send(path + "?seed=7", body, "Authorization", OPERATOR);
        HttpResponse<String> refused = client().send(path, body);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.json(response).path("asked").asString()).isEqualTo(call);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(NEXT_STATE.received()).hasSize(1);
        assertThat(NEXT_STATE.last().body()).isEqualTo(body);
        assertThat(NEXT_STATE.last().query()).isEqualTo("seed=7");
        assertThat(NEXT_STATE.last().header("Authorization")).isEmpty();
    }

    @Test
    void givenALongUpload_whenItIsStillComing_thenTheServiceAlreadyReadsIt() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicLong bytes = new AtomicLong();
        NEXT_STATE.on("POST /models" + JOBS, exchange -> {
            try (InputStream body = exchange.getRequestBody()) {
                byte[] chunk = new byte[8_192];
                for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                    bytes.addAndGet(read);
                    started.countDown();
                }
            }
            exchange.getResponseHeaders().set("Location", "/models" + JOBS + "/j1");
            StandIn.respond(exchange, 202, "application/json", "{\"id\":\"j1\"}".getBytes(StandardCharsets.UTF_8));
        });
        try (PipedOutputStream out = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(out, 1 << 16)) {
            CompletableFuture<HttpResponse<String>> response = CompletableFuture.supplyAsync(() -> client().send(
                            "POST /api/models/next-state" + JOBS,
                            BodyPublishers.ofInputStream(() -> in),
                            BodyHandlers.ofString(),
                            "Authorization",
                            OPERATOR,
                            "Content-Type",
                            "multipart/form-data; boundary=b"));
            byte[] megabyte = new byte[1 << 20];
            out.write(megabyte);
            out.flush();
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 19; i++) {
                out.write(megabyte);
            }
            out.close();

            assertThat(response.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
            assertThat(response.get().headers().firstValue("Location"))
                    .hasValue("/api/models/next-state" + JOBS + "/j1");
        }
        assertThat(bytes).hasValue(20L << 20);
        assertThat(NEXT_STATE.last().header("Content-Type")).hasValue("multipart/form-data; boundary=b");
    }

    @Test
    void givenMoreThanAllowed_whenUploaded_thenItIsRefusedWhetherOrNotItsLengthWasTold() {
        NEXT_STATE.on("POST /models" + JOBS, exchange -> {
            drain(exchange.getRequestBody());
            StandIn.respond(exchange, 202, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
        });
        int tooMuch = (32 << 20) + 1;

        String told = client().raw(
                        "POST /api/models/next-state" + JOBS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                + OPERATOR + "\r\nContent-Length: " + tooMuch + "\r\n\r\n");
        assertThat(NEXT_STATE.received()).isEmpty();
        HttpResponse<String> counted = client().send(
                        "POST /api/models/next-state" + JOBS,
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[tooMuch])),
                        BodyHandlers.ofString(),
                        "Authorization",
                        OPERATOR);

        assertThat(told).startsWith("HTTP/1.1 413").contains("/problems/request-too-large", "32 MB");
        assertThat(counted.statusCode()).isEqualTo(413);
        assertThat(counted.body()).contains("/problems/request-too-large", "32 MB");
    }

    @Test
    void givenATrainingInProgress_whenFollowed_thenEachEventArrivesWhenItHappens() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        NEXT_STATE.on("GET /models" + JOBS + "/j1/events", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("data: {\"epoch\":1}\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await(seen);
            // Longer than any other answer may take.
            sleep(2_500);
            exchange.getResponseBody().write("data: {\"epoch\":2}\n\n".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        HttpResponse<InputStream> response = client().send(
                        "GET /api/models/next-state" + JOBS + "/j1/events",
                        BodyPublishers.noBody(),
                        BodyHandlers.ofInputStream(),
                        "Authorization",
                        OPERATOR,
                        "Accept",
                        "text/event-stream");

        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(events.readLine()).isEqualTo("data: {\"epoch\":1}");
            seen.countDown();
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isEqualTo("data: {\"epoch\":2}");
        }
    }

    @Test
    void givenAProblemOfTheModelService_whenFollowingEvents_thenItPassesUnchanged() {
        NEXT_STATE.onProblem("GET /models" + JOBS + "/j9/events", 404, "{\"title\":\"none\"}");

        HttpResponse<String> response = client().send(
                        "GET /api/models/next-state" + JOBS + "/j9/events",
                        "",
                        "Authorization",
                        OPERATOR,
                        "Accept",
                        "text/event-stream");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"title\":\"none\"}");
    }

    @Test
    void givenAModelServiceThatIsDown_whenCalled_thenAProblemSaysWhich() {
        HttpResponse<String> read =
                client().send("GET /api/models/answers/space-trip/versions", "", "Authorization", OPERATOR);
        HttpResponse<String> upload =
                client().send("POST /api/models/answers" + JOBS, "x".repeat(3_000_000), "Authorization", OPERATOR);

        for (HttpResponse<String> response : List.of(read, upload)) {
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("service-unavailable", "qa-memory-service");
        }
    }

    @Test
    void givenAModelThatDoesNotExist_whenCalled_thenTheProblemNamesThoseThatDo() {
        HttpResponse<String> response =
                client().send("GET /api/models/weather/space-trip/versions", "", "Authorization", OPERATOR);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("next-state and answers");
    }

    private static void drain(InputStream body) throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givenAVersionWhoseTrialEndedBadly_whenItShallAnswer_thenItIsRefusedUnlessInsistedOn() {
        NEXT_STATE.on("PUT /models/space-trip/champion", 200, Map.of("version", "v1"));
        admitting(List.of("3 orders would have been lost"));
        String path = "PUT /api/models/next-state/space-trip/champion";

        HttpResponse<String> refused = client().send(path, "{\"version\":\"v1\"}", "Authorization", OPERATOR);
        HttpResponse<String> insisted =
                client().send(path + "?insist=true", "{\"version\":\"v1\"}", "Authorization", OPERATOR);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("candidate-refused", "3 orders would have been lost");
        assertThat(insisted.statusCode()).isEqualTo(200);
        assertThat(NEXT_STATE.received()).hasSize(1);
    }

    /** What the order flow says of every candidate. */
    private static void admitting(List<String> refusals) {
        ORDER_FLOW.on("GET /campaigns/space-trip/candidates/verdict", 200, Map.of("refusals", refusals));
    }
}
