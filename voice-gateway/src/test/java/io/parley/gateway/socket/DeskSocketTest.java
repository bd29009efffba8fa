package io.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.desk.DeskChange;
import io.parley.contracts.desk.DeskChanges;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffStatus;
import io.parley.gateway.Client;
import io.parley.gateway.StandIn;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happens at the desk is told to whoever is there, and to the customer it concerns. */
class DeskSocketTest extends SocketTest {

    private static final DeskView DESK = new DeskView(List.of(), List.of(), null);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final HandOffStatus WAITING = new HandOffStatus("waiting", null);
    private static final HandOffStatus TAKEN = new HandOffStatus("taken", "Anna");
    private static final ConversationView.Turn ASKED =
            new ConversationView.Turn("t1", "a person please", "You are number 1.", NOON);
    private static final ConversationView.Turn WRITTEN =
            new ConversationView.Turn("agent:r1", null, "Hello", NOON, "Anna");

    private final BlockingQueue<DeskChanges> changes = new LinkedBlockingQueue<>();

    @Test
    void givenTheOperatorsPassword_whenItIsTheFirstFrame_thenTheDeskIsToldAndEveryChangeOfIt() {
        theDeskAnswers();
        ORDER_FLOW.on("GET /operator/conversations/c1", 200, view(TAKEN, ASKED, WRITTEN));
        try (SocketClient socket = SocketClient.open(client(), "/ws/desk", null)) {
            socket.send("{\"type\":\"authenticate\",\"password\":\"" + Client.PASSWORD + "\"}");
            JsonNode ready = socket.next();
            assertThat(ready.path("type").asString()).isEqualTo("desk-ready");
            assertThat(JsonMapper.shared().treeToValue(ready.path("desk"), DeskView.class))
                    .isEqualTo(DESK);

            changes.add(new DeskChanges("2-0", List.of(new DeskChange("c1", "c1.3", "t1"))));

            JsonNode said = socket.next();
            assertThat(said.path("type").asString()).isEqualTo("conversation");
            assertThat(said.path("handOffId").asString()).isEqualTo("c1.3");
            assertThat(said.path("turn").path("said").asString()).isEqualTo("a person please");
            assertThat(socket.next().path("type").asString()).isEqualTo("desk");
        }
    }

    @Test
    void givenAWrongPassword_whenItIsTheFirstFrame_thenTheSocketEndsAndNothingWasTold() {
        theDeskAnswers();
        try (SocketClient socket = SocketClient.open(client(), "/ws/desk", null)) {
            socket.send("{\"type\":\"authenticate\",\"password\":\"guess\"}");
            JsonNode refusal = socket.next();
            assertThat(refusal.path("type").asString()).isEqualTo("problem");
            assertThat(refusal.path("status").asInt()).isEqualTo(401);
            assertThat(socket.closed()).isEqualTo(1008);
        }
        assertThat(ORDER_FLOW.received()).extracting(StandIn.Received::call).doesNotContain("GET /desk");
    }

    @Test
    void givenACustomerWhoWaits_whenAPersonWrites_thenTheyHearItOnceWithoutAsking() {
        theDeskAnswers();
        ORDER_FLOW.on("GET /conversations/c1", 200, view(WAITING, ASKED));
        ORDER_FLOW.on("GET /operator/conversations/c1", 200, view(WAITING, ASKED));
        try (SocketClient socket = open()) {
            socket.send("{\"type\":\"authenticate\",\"token\":\"t0ken\"}");
            assertThat(socket.next().path("type").asString()).isEqualTo("ready");
            ORDER_FLOW.on("GET /operator/conversations/c1", 200, view(TAKEN, ASKED, WRITTEN));

            changes.add(new DeskChanges("2-0", List.of(new DeskChange("c1", "c1.3", "agent:r1"))));
            changes.add(new DeskChanges("3-0", List.of(new DeskChange("c1", "c1.3", null))));

            JsonNode said = socket.next();
            assertThat(said.path("type").asString()).isEqualTo("said");
            assertThat(said.path("turn").path("reply").asString()).isEqualTo("Hello");
            assertThat(said.path("turn").path("by").asString()).isEqualTo("Anna");
            assertThat(said.path("handOff").path("agent").asString()).isEqualTo("Anna");

            answerTurns();
            socket.send("{\"type\":\"turn\",\"turnId\":\"t2\",\"text\":\"thanks\"}");
            assertThat(socket.next().path("type").asString()).isEqualTo("reply");
        }
    }

    private void theDeskAnswers() {
        ORDER_FLOW.on("GET /desk", 200, DESK);
        ORDER_FLOW.on("GET /desk/changes", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            StandIn.respond(
                    exchange,
                    200,
                    "application/json",
                    JsonMapper.shared()
                            .writeValueAsBytes(
                                    "after=".equals(query) ? new DeskChanges("1-0", List.of()) : next(query)));
        });
    }

    private DeskChanges next(String query) {
        try {
            DeskChanges next = changes.poll(500, TimeUnit.MILLISECONDS);
            return next == null ? new DeskChanges(query.substring("after=".length()), List.of()) : next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConversationView view(HandOffStatus handOff, ConversationView.Turn... turns) {
        return new ConversationView(
                "c1", "space-trip", "A trip", "en-US", "ask", null, List.of(), List.of(turns), handOff);
    }
}
