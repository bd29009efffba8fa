package io.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import java.time.Duration;
import java.util.List;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A gateway whose sockets lose patience soon, before a stand-in of the order flow. */
@TestPropertySource(
        properties = {
            "parley.gateway.socket.authenticate-within=3s",
            "parley.gateway.socket.ping-every=200ms",
            "parley.gateway.socket.silent-after=3s",
            "parley.gateway.socket.send-within=500ms",
            "parley.gateway.allowed-origins=https://shop.example.com",
        })
abstract class SocketTest extends GatewayTest {

    static final ConversationView VIEW =
            new ConversationView("c1", "space-trip", "A trip", "en-US", "ask", null, List.of("Moon"), List.of());

    SocketClient open() {
        return SocketClient.open(client(), "/ws/conversations/c1", null);
    }

    SocketClient authenticated() {
        SocketClient socket = open();
        socket.send("{\"type\":\"authenticate\",\"token\":\"t0ken\"}");
        assertThat(socket.next().path("type").asString()).isEqualTo("ready");
        return socket;
    }

    static void answerTurns() {
        ORDER_FLOW.on(
                "POST /conversations/c1/turns",
                exchange -> StandIn.respond(
                        exchange,
                        200,
                        "application/json",
                        reply(ORDER_FLOW.last().body())));
    }

    static byte[] reply(String body) {
        TurnRequest turn = JsonMapper.shared().readValue(body, TurnRequest.class);
        return JsonMapper.shared()
                .writeValueAsBytes(new TurnReply(turn.turnId(), "re: " + turn.text(), "ask", List.of("a"), null, null));
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
