package io.parley.gateway.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.CallBackReply;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.Offer;
import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ConversationApiTest extends GatewayTest {

    private static final String TURN = """
            {"turnId":"t1","text":"two tickets"}""";
    private static final TurnReply REPLY = new TurnReply(
            "t1", "Which day?", "ask-day", List.of("Monday"), null, new TurnReply.OrderSummary("o-1", "€ 12.00"));

    @Test
    void givenOffers_whenAnyoneAsks_thenTheyAreListed() {
        ORDER_FLOW.on("GET /offers", 200, List.of(new Offer("space-trip", "A trip", "en-US", true)));

        HttpResponse<String> response = client().send("GET /api/offers", "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .isEqualTo("[{\"campaign\":\"space-trip\",\"title\":\"A trip\",\"locale\":\"en-US\",\"ready\":true}]");
    }

    @Test
    void givenAnOffer_whenAConversationIsOpened_thenItComesWithItsToken() {
        ORDER_FLOW.on(
                "POST /conversations",
                201,
                new OpenedConversation(
                        "c1", "t0ken", "space-trip", "A trip", "en-US", "Hello", "ask", List.of("Moon"), null));

        HttpResponse<String> response = client().send(
                        "POST /api/conversations",
                        "{\"campaign\":\"space-trip\",\"channel\":\"chat\"}",
                        "X-Correlation-Id",
                        "abc-1");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(Client.json(response).path("token").asString()).isEqualTo("t0ken");
        assertThat(Client.json(response).path("choices").get(0).asString()).isEqualTo("Moon");
        assertThat(ORDER_FLOW.last().body()).isEqualTo("{\"campaign\":\"space-trip\",\"channel\":\"chat\"}");
        assertThat(ORDER_FLOW.last().header("X-Correlation-Id")).hasValue("abc-1");
        assertThat(response.headers().firstValue("X-Correlation-Id")).hasValue("abc-1");
    }

    @Test
    void givenAToken_whenSomethingIsSaid_thenTokenAndTurnArriveAndTheReplyComesBack() {
        ORDER_FLOW.on("POST /conversations/c1/turns", 200, REPLY);

        HttpResponse<String> response =
                client().send("POST /api/conversations/c1/turns", TURN, "Authorization", Client.BEARER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readValue(response.body(), TurnReply.class))
                .isEqualTo(REPLY);
        assertThat(response.body()).contains("\"outcome\":null");
        assertThat(ORDER_FLOW.last().header("Authorization")).hasValue(Client.BEARER);
        assertThat(ORDER_FLOW.last().body()).isEqualTo(TURN);
        assertThat(ORDER_FLOW.last().header("X-Correlation-Id"))
                .isEqualTo(response.headers().firstValue("X-Correlation-Id"));
    }

    @Test
    void givenAConversation_whenReadAndEnded_thenBothReachTheOrderFlow() {
        ConversationView view = new ConversationView(
                "c1",
                "space-trip",
                "A trip",
                "en-US",
                "ask",
                null,
                List.of(),
                List.of(new ConversationView.Turn("greeting", null, "Hello", Instant.parse("2026-03-02T10:00:00Z"))));
        ORDER_FLOW.on("GET /conversations/c1", 200, view);
        ORDER_FLOW.on(
                "DELETE /conversations/c1", exchange -> StandIn.respond(exchange, 204, "text/plain", new byte[0]));

        HttpResponse<String> read = client().send("GET /api/conversations/c1", "", "Authorization", Client.BEARER);
        HttpResponse<String> ended = client().send("DELETE /api/conversations/c1", "", "Authorization", Client.BEARER);

        assertThat(JsonMapper.shared().readValue(read.body(), ConversationView.class))
                .isEqualTo(view);
        assertThat(read.body()).contains("2026-03-02T10:00:00Z");
        assertThat(ended.statusCode()).isEqualTo(204);
        assertThat(ORDER_FLOW.last().header("Authorization")).hasValue(Client.BEARER);
    }

    @Test
    void givenACustomerWhoWantsAPerson_whenTheyLeaveANumber_thenItIsAccepted() {
        ORDER_FLOW.on("POST /conversations/c1/call-back", 202, new CallBackReply("We will ring you."));

        HttpResponse<String> response = client().send(
                        "POST /api/conversations/c1/call-back",
                        "{\"phone\":\"030 123456\"}",
                        "Authorization",
                        Client.BEARER);

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("{\"reply\":\"We will ring you.\"}");
        assertThat(ORDER_FLOW.last().body()).contains("\"phone\":\"030 123456\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/conversations/c1/turns",
                "GET /api/conversations/c1",
                "DELETE /api/conversations/c1",
                "POST /api/conversations/c1/call-back"
            })
    void givenNoToken_whenAConversationIsCalled_thenTheGatewayItselfRefuses(String call) {
        HttpResponse<String> response = client().send(call, call.startsWith("POST") ? "{}" : "");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(Client.json(response).path("type").asString()).isEqualTo("/problems/credential-missing");
        assertThat(Client.json(response).path("correlationId").asString()).isNotEmpty();
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    @Test
    void givenAnOperator_whenACustomersConversationIsCalled_thenThePasswordStaysHere() {
        HttpResponse<String> response =
                client().send("GET /api/conversations/c1", "", "Authorization", Client.operator(Client.PASSWORD));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    @Test
    void givenAProblemOfTheOrderFlow_whenItComes_thenItPassesUnchanged() {
        String problem = """
                {"type":"/problems/conversation-ended","title":"Over","status":409,"detail":"d","more":[1]}""";
        ORDER_FLOW.onProblem("POST /conversations/c1/turns", 409, problem);

        HttpResponse<String> response =
                client().send("POST /api/conversations/c1/turns", TURN, "Authorization", Client.BEARER);

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).isEqualTo(problem);
    }

    @Test
    void givenAProblemOfTheOrderFlow_whenItNamesItsOwnAddress_thenTheCallersStandsThere() {
        ORDER_FLOW.onProblem("POST /conversations/c1/turns", 409, """
                {"type":"/problems/conversation-ended","instance":"/conversations/c1/turns","detail":"d"}""");

        HttpResponse<String> response =
                client().send("POST /api/conversations/c1/turns", TURN, "Authorization", Client.BEARER);

        assertThat(Client.json(response).path("instance").asString()).isEqualTo("/api/conversations/c1/turns");
        assertThat(Client.json(response).path("detail").asString()).isEqualTo("d");
    }

    @Test
    void givenAServiceThatIsTooSlow_whenCalled_thenAProblemSaysToTryAgain() {
        ORDER_FLOW.on("GET /offers", exchange -> {
            sleep(6_000);
            StandIn.respond(exchange, 200, "application/json", "[]".getBytes(StandardCharsets.UTF_8));
        });

        HttpResponse<String> response = client().send("GET /api/offers", "");

        assertUnavailable(response);
        assertThat(Client.json(response).path("detail").asString()).contains("order-flow-service", "2.0 s");
    }

    @Test
    void givenAServiceThatStallsInItsAnswer_whenCalled_thenTheCustomerDoesNotWaitForEver() {
        ORDER_FLOW.on("GET /offers", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            sleep(6_000);
        });

        assertUnavailable(client().send("GET /api/offers", ""));
    }

    @Test
    void givenAConnectionThatDies_whenATurnIsTaken_thenItIsSentOnceMore() {
        AtomicInteger calls = new AtomicInteger();
        ORDER_FLOW.on("POST /conversations/c1/turns", exchange -> {
            if (calls.incrementAndGet() == 1) {
                exchange.close();
            } else {
                StandIn.respond(
                        exchange, 200, "application/json", JsonMapper.shared().writeValueAsBytes(REPLY));
            }
        });

        HttpResponse<String> response =
                client().send("POST /api/conversations/c1/turns", TURN, "Authorization", Client.BEARER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(calls).hasValue(2);
    }

    @Test
    void givenAConnectionThatDies_whenAConversationIsOpened_thenItIsNotOpenedTwice() {
        ORDER_FLOW.on("POST /conversations", exchange -> exchange.close());

        assertUnavailable(client().send("POST /api/conversations", "{\"campaign\":\"a\",\"channel\":\"chat\"}"));
        assertThat(ORDER_FLOW.received()).hasSize(1);
    }

    @Test
    void givenAnAnswerThatIsNoneOfOurs_whenItComes_thenNothingOfItLeaks() {
        ORDER_FLOW.on(
                "GET /offers",
                exchange -> StandIn.respond(
                        exchange, 500, "text/html", "<h1>java.lang.Secret</h1>".getBytes(StandardCharsets.UTF_8)));
        assertUnavailable(client().send("GET /api/offers", ""));

        ORDER_FLOW.on("GET /offers", 200, "no list");
        HttpResponse<String> response = client().send("GET /api/offers", "");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("/problems/unexpected").doesNotContain("Exception", "Offer");
    }

    @Test
    void givenAnIdThatPointsElsewhere_whenCalled_thenItCannotLeaveItsPlace() {
        ORDER_FLOW.on("GET /orders", 200, List.of());
        for (String id : List.of("..%2Forders", "%2e%2e", "..;", "a%00")) {
            HttpResponse<String> response =
                    client().send("GET /api/conversations/" + id, "", "Authorization", Client.BEARER);
            assertThat(response.statusCode()).as(id).isBetween(400, 404);
        }
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    @Test
    void givenABodyThatIsNoJson_whenSent_thenTheCallerIsToldSo() {
        HttpResponse<String> response = client().send("POST /api/conversations", "{");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/problems/request-invalid");
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Client.json(response).path("code").asString()).isEqualTo("service-unavailable");
        assertThat(Client.json(response).path("retriable").asBoolean()).isTrue();
        assertThat(response.body()).doesNotContain("Exception", "Secret");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
