package io.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.gateway.StandIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers who fall silent are asked whether they are there, and then left in peace. */
@TestPropertySource(properties = "parley.gateway.socket.ask-after=250ms")
class QuietCustomerTest extends SocketTest {

    private final List<ConversationView.Turn> said = new CopyOnWriteArrayList<>();
    private String outcome = "";

    @BeforeEach
    void theOrderFlowRemembers() {
        ORDER_FLOW.on(
                "GET /conversations/c1",
                exchange -> StandIn.respond(
                        exchange, 200, "application/json", JsonMapper.shared().writeValueAsBytes(view())));
        ORDER_FLOW.on("POST /conversations/c1/turns", exchange -> {
            TurnRequest turn = StandIn.body(exchange, TurnRequest.class);
            String words = turn.text().isEmpty() ? "Are you still there?" : "re: " + turn.text();
            said.add(new ConversationView.Turn(
                    turn.turnId(), turn.text().isEmpty() ? null : turn.text(), words, Instant.now()));
            String ended = outcome.isEmpty() ? null : outcome;
            StandIn.respond(
                    exchange,
                    200,
                    "application/json",
                    JsonMapper.shared()
                            .writeValueAsBytes(new TurnReply(turn.turnId(), words, "ask", List.of(), ended, null)));
        });
    }

    @Test
    void givenACustomerInTheMiddle_whenTheyFallSilent_thenTheyAreAskedTwiceAndLeftInPeace() {
        try (SocketClient socket = authenticated()) {
            speak(socket, "t1");

            assertThat(List.of(asked(socket), asked(socket))).doesNotHaveDuplicates();
            sleep(1_000);
            assertThat(said).extracting(ConversationView.Turn::said).containsExactly("the moon", null, null);

            speak(socket, "t2");
            assertThat(asked(socket)).startsWith("silence-");
        }
    }

    @Test
    void givenTwoSocketsOfACustomer_whenTheyFallSilent_thenBothShowThatTheyAreAskedOnceAtATime() {
        try (SocketClient one = authenticated();
                SocketClient two = authenticated()) {
            speak(one, "t1");
            assertThat(List.of(asked(one), asked(one))).containsExactly("silence-1", "silence-2");
            assertThat(List.of(asked(two), asked(two))).containsExactly("silence-1", "silence-2");
            sleep(1_000);
            speak(two, "t2");
        }
        assertThat(new ArrayList<>(said))
                .extracting(ConversationView.Turn::turnId)
                .startsWith("t1", "silence-1", "silence-2", "t2");
    }

    @Test
    void givenAConversationThatEnded_whenNobodySpeaks_thenNobodyIsAsked() {
        outcome = "sale";
        try (SocketClient socket = authenticated()) {
            speak(socket, "t1");
            sleep(1_000);
        }
        assertThat(said).hasSize(1);
    }

    @Test
    void givenACustomerWhoHasNotSaidAnything_whenTheyOnlyLook_thenNobodyIsAsked() {
        try (SocketClient socket = authenticated()) {
            sleep(1_000);
            assertThat(said).isEmpty();
        }
    }

    private static void speak(SocketClient socket, String turnId) {
        socket.send("{\"type\":\"turn\",\"turnId\":\"" + turnId + "\",\"text\":\"the moon\"}");
        JsonNode answer = socket.next();
        while (answer.path("type").asString().equals("said")) {
            answer = socket.next();
        }
        assertThat(answer.path("turnId").asString()).isEqualTo(turnId);
    }

    private static String asked(SocketClient socket) {
        JsonNode frame = socket.next();
        assertThat(frame.path("type").asString()).isEqualTo("said");
        assertThat(frame.path("turn").path("reply").asString()).isEqualTo("Are you still there?");
        assertThat(frame.path("turn").path("said").isNull()).isTrue();
        return frame.path("turn").path("turnId").asString();
    }

    private ConversationView view() {
        return new ConversationView(
                "c1", "space-trip", "A trip", "en-US", "ask", outcome.isEmpty() ? null : outcome, List.of(), said);
    }
}
