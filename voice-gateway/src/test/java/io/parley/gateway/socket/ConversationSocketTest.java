package io.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.chat.ConversationView;
import io.parley.gateway.Client;
import io.parley.gateway.StandIn;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConversationSocketTest extends SocketTest {

    @Test
    void givenAToken_whenItIsTheFirstFrame_thenTheConversationIsReadyAndTurnsAreAnswered() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        answerTurns();
        try (SocketClient socket = open()) {
            socket.send("{\"type\":\"authenticate\",\"token\":\"t0ken\"}");
            JsonNode ready = socket.next();
            assertThat(ready.path("type").asString()).isEqualTo("ready");
            assertThat(JsonMapper.shared().treeToValue(ready.path("conversation"), ConversationView.class))
                    .isEqualTo(VIEW);
            assertThat(ORDER_FLOW.last().header("Authorization")).hasValue(Client.BEARER);

            socket.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"the moon\"}");
            JsonNode reply = socket.next();
            assertThat(reply.toString())
                    .isEqualTo("{\"type\":\"reply\",\"turnId\":\"t1\",\"reply\":\"re: the moon\",\"state\":\"ask\","
                            + "\"choices\":[\"a\"],\"outcome\":null,\"order\":null,\"handOff\":null}");
            assertThat(ORDER_FLOW.last().header("Authorization")).hasValue(Client.BEARER);
            assertThat(ORDER_FLOW.last().header("X-Correlation-Id")).isPresent();
        }
    }

    @Test
    void givenManyTurnsAtOnce_whenSent_thenTheyAreTakenInOrderOneAtATime() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        AtomicInteger atOnce = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();
        ORDER_FLOW.on("POST /conversations/c1/turns", exchange -> {
            seen.add(atOnce.incrementAndGet());
            sleep(20);
            atOnce.decrementAndGet();
            StandIn.respond(
                    exchange, 200, "application/json", reply(ORDER_FLOW.last().body()));
        });
        try (SocketClient socket = authenticated()) {
            for (int i = 0; i < 10; i++) {
                socket.send("{\"type\":\"turn\",\"turnId\":\"t" + i + "\",\"text\":\"x\"}");
            }
            for (int i = 0; i < 10; i++) {
                assertThat(socket.next().path("turnId").asString()).isEqualTo("t" + i);
            }
        }
        assertThat(seen).hasSize(10).containsOnly(1);
    }

    @Test
    void givenTwoSocketsOfOneConversation_whenOneSpeaks_thenTheOtherHearsNothing() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        answerTurns();
        try (SocketClient one = authenticated();
                SocketClient two = authenticated()) {
            one.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"x\"}");
            assertThat(one.next().path("turnId").asString()).isEqualTo("t1");
            two.send("{\"type\":\"turn\",\"turnId\":\"t2\",\"text\":\"x\"}");
            assertThat(two.next().path("turnId").asString()).isEqualTo("t2");
        }
    }

    @Test
    void givenAProblemOfTheOrderFlow_whenATurnIsTaken_thenItComesAsAFrameAndTheSocketStays() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        ORDER_FLOW.onProblem(
                "POST /conversations/c1/turns",
                503,
                "{\"title\":\"Busy\",\"detail\":\"Again, please.\",\"status\":503,\"retriable\":true}");
        try (SocketClient socket = authenticated()) {
            socket.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"x\"}");
            assertThat(socket.next().toString())
                    .isEqualTo("{\"type\":\"problem\",\"turnId\":\"t1\",\"status\":503,\"title\":\"Busy\","
                            + "\"detail\":\"Again, please.\",\"retriable\":true}");

            ORDER_FLOW.on("POST /conversations/c1/turns", exchange -> exchange.close());
            socket.send("{\"type\":\"turn\",\"turnId\":\"t2\",\"text\":\"x\"}");
            JsonNode down = socket.next();
            assertThat(down.path("turnId").asString()).isEqualTo("t2");
            assertThat(down.path("status").asInt()).isEqualTo(503);
            assertThat(down.path("retriable").asBoolean()).isTrue();

            answerTurns();
            socket.send("{\"type\":\"turn\",\"turnId\":\"t2\",\"text\":\"x\"}");
            assertThat(socket.next().path("type").asString()).isEqualTo("reply");
        }
    }

    @Test
    void givenSomethingThatIsNoFrame_whenSentLater_thenTheSocketStays() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        answerTurns();
        try (SocketClient socket = authenticated()) {
            for (String odd : List.of("{", "[]", "{\"type\":\"sing\"}", "{\"type\":\"turn\",\"turnId\":\"t1\"}")) {
                socket.send(odd);
                JsonNode problem = socket.next();
                assertThat(problem.path("type").asString()).as(odd).isEqualTo("problem");
                assertThat(problem.path("status").asInt()).isEqualTo(400);
            }
            socket.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"x\"}");
            assertThat(socket.next().path("type").asString()).isEqualTo("reply");
        }
    }

    @Test
    void givenAnOrigin_whenItIsNeitherOursNorAllowed_thenThereIsNoSocket() {
        assertThatThrownBy(() -> SocketClient.open(client(), "/ws/conversations/c1", "https://evil.example.com"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refused ->
                                assertThat(refused.getResponse().statusCode()).isEqualTo(403));
        String ours = client().socket("").toString().replace("ws:", "https:");
        for (String origin : List.of("https://shop.example.com", ours)) {
            try (SocketClient socket = SocketClient.open(client(), "/ws/conversations/c1", origin)) {
                socket.send("{}");
                assertThat(socket.next().path("type").asString()).as(origin).isEqualTo("problem");
            }
        }
    }

    @Test
    void givenOpenSockets_whenMeasured_thenTheyAreCounted() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        answerTurns();
        try (SocketClient socket = authenticated()) {
            socket.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"x\"}");
            socket.next();
            String metrics = client().send(
                            "GET /actuator/prometheus", "", "Authorization", Client.operator(Client.PASSWORD))
                    .body();
            assertThat(metrics)
                    .containsPattern("parley_sockets_open [1-9]")
                    .contains("parley_turns_seconds_count{entrance=\"socket\",outcome=\"answered\"}");
        }
    }
}
