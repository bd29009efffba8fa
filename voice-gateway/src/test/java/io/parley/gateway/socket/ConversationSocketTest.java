package io.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(
        properties = {
            "parley.gateway.socket.authenticate-within=3s",
            "parley.gateway.socket.ping-every=200ms",
            "parley.gateway.socket.silent-after=3s",
            "parley.gateway.socket.send-within=500ms",
            "parley.gateway.allowed-origins=https://shop.example.com",
        })
class ConversationSocketTest extends GatewayTest {

    // First bytes of frames; no byte of an ASCII text can be taken for one.
    private static final int CLOSE_FRAME = 0x88;
    private static final int PING_FRAME = 0x89;

    private static final ConversationView VIEW =
            new ConversationView("c1", "space-trip", "A trip", "en-US", "ask", null, List.of("Moon"), List.of());

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
                            + "\"choices\":[\"a\"],\"outcome\":null,\"order\":null}");
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
    void givenAWrongToken_whenSent_thenTheProblemSaysSoAndTheSocketEnds() {
        ORDER_FLOW.onProblem("GET /conversations/c1", 401, "{\"title\":\"No\",\"detail\":\"d\",\"retriable\":false}");
        try (SocketClient socket = open()) {
            socket.send("{\"type\":\"authenticate\",\"token\":\"guess\"}");
            JsonNode problem = socket.next();
            assertThat(problem.path("status").asInt()).isEqualTo(401);
            assertThat(problem.path("turnId").isNull()).isTrue();
            assertThat(socket.closed()).isEqualTo(1008);
        }
    }

    @Test
    void givenATurnBeforeTheToken_whenSent_thenItIsRefused() {
        try (SocketClient socket = open()) {
            socket.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"x\"}");
            assertThat(socket.next().path("status").asInt()).isEqualTo(401);
            assertThat(socket.closed()).isEqualTo(1008);
        }
        assertThat(ORDER_FLOW.received()).isEmpty();
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
    void givenAClientThatSaysNothing_whenTimeIsUp_thenItIsClosed() {
        try (SocketClient socket = open()) {
            assertThat(socket.closed()).isEqualTo(1008);
        }
    }

    @Test
    void givenAFrameThatIsTooLarge_whenSent_thenTheSocketEnds() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        try (SocketClient socket = authenticated()) {
            socket.send("x".repeat(16 * 1024 + 1));
            assertThat(socket.closed()).isEqualTo(1009);
        }
    }

    @Test
    void givenAClientThatAnswersPings_whenItIsQuiet_thenItStays() {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        answerTurns();
        try (SocketClient socket = authenticated()) {
            sleep(4_000);
            assertThat(socket.pings()).isGreaterThan(5);
            socket.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"x\"}");
            assertThat(socket.next().path("type").asString()).isEqualTo("reply");
        }
    }

    @Test
    void givenAClientThatAnswersNoPing_whenItsTimeIsUp_thenItIsSentAway() throws IOException {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        try (Socket silent = handshake()) {
            write(silent, "{\"type\":\"authenticate\",\"token\":\"t0ken\"}");
            silent.setSoTimeout(5_000);
            int pings = 0;
            int one = silent.getInputStream().read();
            while (one >= 0 && one != CLOSE_FRAME) {
                pings += one == PING_FRAME ? 1 : 0;
                one = silent.getInputStream().read();
            }
            assertThat(one).isEqualTo(CLOSE_FRAME);
            assertThat(pings).isGreaterThan(3);
        }
    }

    @Test
    void givenAClientThatReadsNothing_whenRepliesPileUp_thenItIsClosedAndOthersAreServed() throws Exception {
        ORDER_FLOW.on("GET /conversations/c1", 200, VIEW);
        AtomicInteger turns = new AtomicInteger();
        byte[] large = JsonMapper.shared()
                .writeValueAsBytes(new TurnReply("t", "x".repeat(500_000), "ask", List.of(), null, null));
        ORDER_FLOW.on("POST /conversations/c1/turns", exchange -> {
            turns.incrementAndGet();
            StandIn.respond(exchange, 200, "application/json", large);
        });
        try (Socket greedy = handshake();
                SocketClient alive = authenticated()) {
            write(greedy, "{\"type\":\"authenticate\",\"token\":\"t0ken\"}");
            for (int i = 0; i < 100; i++) {
                write(greedy, "{\"type\":\"turn\",\"turnId\":\"t\",\"text\":\"x\"}");
            }
            answered(turns);
            assertThat(turns.get()).isLessThan(100);

            answerTurns();
            alive.send("{\"type\":\"turn\",\"turnId\":\"t1\",\"text\":\"x\"}");
            assertThat(alive.next().path("turnId").asString()).isEqualTo("t1");
            assertThatThrownBy(() -> {
                        greedy.setSoTimeout(5_000);
                        greedy.getInputStream().transferTo(OutputStream.nullOutputStream());
                        for (int i = 0; i < 1_000; i++) {
                            write(greedy, "{}");
                            sleep(5);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    /** Waits until no more turns are taken for a second. */
    private static void answered(AtomicInteger turns) {
        int before = -1;
        while (before != turns.get()) {
            before = turns.get();
            sleep(1_000);
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

    private SocketClient open() {
        return SocketClient.open(client(), "/ws/conversations/c1", null);
    }

    private SocketClient authenticated() {
        SocketClient socket = open();
        socket.send("{\"type\":\"authenticate\",\"token\":\"t0ken\"}");
        assertThat(socket.next().path("type").asString()).isEqualTo("ready");
        return socket;
    }

    /** Writes a short text frame with an empty mask. */
    private static void write(Socket socket, String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        socket.getOutputStream().write(frame);
    }

    private Socket handshake() throws IOException {
        Socket socket = new Socket("localhost", client().socket("").getPort());
        String request = """
                GET /ws/conversations/c1 HTTP/1.1
                Host: localhost
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """;
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n\r\n")) {
            answer.append((char) socket.getInputStream().read());
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 101");
        return socket;
    }

    private static void answerTurns() {
        ORDER_FLOW.on(
                "POST /conversations/c1/turns",
                exchange -> StandIn.respond(
                        exchange,
                        200,
                        "application/json",
                        reply(ORDER_FLOW.last().body())));
    }

    private static byte[] reply(String body) {
        TurnRequest turn = JsonMapper.shared().readValue(body, TurnRequest.class);
        return JsonMapper.shared()
                .writeValueAsBytes(new TurnReply(turn.turnId(), "re: " + turn.text(), "ask", List.of("a"), null, null));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
