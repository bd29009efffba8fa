package io.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.chat.TurnReply;
import io.parley.gateway.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which sockets are closed by the gateway, and which are not. */
class SocketEndingTest extends SocketTest {

    // First bytes of frames; no byte of an ASCII text can be taken for one.
    private static final int CLOSE_FRAME = 0x88;
    private static final int PING_FRAME = 0x89;

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
}
