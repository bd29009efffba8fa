package io.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "parley.gateway.customer-requests-per-second=1",
            "parley.gateway.failed-logins-per-minute=4",
            // A proxy in front of the gateway, as it were: each test is a client with an address of its own.
            "server.forward-headers-strategy=native",
            "parley.gateway.metrics-open=true",
            "parley.gateway.allowed-origins=https://shop.example.com",
            "parley.gateway.frame-ancestors='self',https://shop.example.com",
        })
class LimitsTest extends GatewayTest {

    private static final String FROM = "X-Forwarded-For";

    @Test
    void givenALimit_whenAnAddressAsksTooOften_thenItIsToldToWait() {
        ORDER_FLOW.on("GET /offers", 200, List.of());

        List<Integer> statuses = IntStream.range(0, 50)
                .map(i -> client().send("GET /api/offers", "", FROM, "203.0.113.1")
                        .statusCode())
                .takeWhile(status -> status == 200)
                .boxed()
                .toList();

        assertThat(statuses).hasSizeBetween(2, 49);
        HttpResponse<String> last =
                client().send("GET /api/offers", "", FROM, "203.0.113.1", "Origin", "https://shop.example.com");
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("/problems/too-many-requests", "\"retriable\":true");
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(last.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example.com");
        assertThat(client().send("GET /api/offers", "", FROM, "203.0.113.2").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givenSomeoneWhoGuessesPasswords_whenTheyFailTooOften_thenEvenTheRightOneIsRefused() {
        ORDER_FLOW.on("GET /orders", 200, List.of());
        String right = Client.operator(Client.PASSWORD);
        assertThat(client().send("GET /api/orders", "", "Authorization", right, FROM, "203.0.113.3")
                        .statusCode())
                .isEqualTo(200);
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> wrong = client().send(
                            "GET /api/orders", "", "Authorization", Client.operator("guess" + i), FROM, "203.0.113.3");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("name or password is wrong").doesNotContain("guess");
        }

        HttpResponse<String> response =
                client().send("GET /api/orders", "", "Authorization", right, FROM, "203.0.113.3");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(response.body()).contains("/problems/too-many-requests");
    }

    @Test
    void givenABodyThatIsTooLarge_whenSent_thenItIsRefusedWhetherOrNotItsLengthWasTold() {
        String large = "{\"campaign\":\"" + "x".repeat(64 * 1024) + "\",\"channel\":\"chat\"}";

        HttpResponse<String> told = client().send("POST /api/conversations", large, FROM, "203.0.113.4");
        HttpResponse<String> counted = client().send(
                        "POST /api/conversations",
                        BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))),
                        BodyHandlers.ofString(),
                        "Content-Type",
                        "application/json",
                        FROM,
                        "203.0.113.4");

        for (HttpResponse<String> response : List.of(told, counted)) {
            assertThat(response.body()).contains("/problems/request-too-large", "64 kB");
            assertThat(response.statusCode()).isEqualTo(413);
        }
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    @Test
    void givenAPageOfAnAllowedOrigin_whenItAsksFirst_thenItMayCallCustomersAddressesOnly() {
        HttpResponse<String> allowed = preflight("/api/conversations/c1/turns", "https://shop.example.com");
        HttpResponse<String> script = client().send("GET /sales-chat.js", "", "Origin", "https://shop.example.com");
        HttpResponse<String> stranger = preflight("/api/conversations/c1/turns", "https://evil.example.com");
        HttpResponse<String> operators = preflight("/api/orders", "https://shop.example.com");

        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example.com");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .containsIgnoringCase("authorization");
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://shop.example.com");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(operators.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void givenOpenMetrics_whenAnyoneAsks_thenTheyAreTold_andFramesAreAllowedAsConfigured() {
        HttpResponse<String> metrics = client().send("GET /actuator/prometheus", "");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("http_server_requests", "jvm_memory_used_bytes");
        assertThat(metrics.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("frame-ancestors 'self' https://shop.example.com");
    }

    @Test
    void givenAnAddressThatMayNotTry_whenOthersLogIn_thenTheyAreHeard() {
        ORDER_FLOW.on("GET /orders", 200, List.of());
        for (int i = 0; i < 5; i++) {
            client().send("GET /api/orders", "", "Authorization", Client.operator("guess"), FROM, "203.0.113.5");
        }

        assertThat(client().send(
                                "GET /api/orders",
                                "",
                                "Authorization",
                                Client.operator(Client.PASSWORD),
                                FROM,
                                "203.0.113.6")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> preflight(String path, String origin) {
        return client().send(
                        "OPTIONS " + path,
                        "",
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,content-type");
    }
}
