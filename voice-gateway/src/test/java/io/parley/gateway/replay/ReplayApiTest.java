package io.parley.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.Contribution;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.replay.Difference;
import io.parley.contracts.replay.RecordedTurn;
import io.parley.contracts.replay.ReplayOutcome;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReplayApiTest extends GatewayTest {

    private static final String CONVERSATION = "/conversations/c-1";
    private static final String TURN = CONVERSATION + "/turns/3";
    private static final String PREDICTIONS = "POST /models/gift-card/predictions";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ModelProvenance V7 = new ModelProvenance("v7", "hash", 42);
    private static final TurnReplay DIFFERENT = new TurnReplay(
            "c-1",
            3,
            ReplayOutcome.DIFFERENT,
            new Difference("exchange.reply", "\"Yes.\"", "\"No.\""),
            List.of("answers v2"),
            null);
    private static final ReplayReport REPORT = new ReplayReport(1, 1, 0, 1, 0, 0, 1, List.of(DIFFERENT), "c-1");
    private static final TurnExplanation EXPLANATION = new TurnExplanation(
            "c-1",
            3,
            "gift-card",
            NOON,
            false,
            "is it safe",
            "Yes.",
            "ask-design",
            "ask-design",
            new TurnExplanation.Decision("ask", 0.9, "network", "the network is sure of it"),
            Map.of(),
            Map.of(),
            new TurnExplanation.NextState(
                    List.of("ask-design", "question"),
                    List.of(),
                    true,
                    List.of(new ScoredState("question", 0.9)),
                    0.5,
                    0.1,
                    0.9,
                    List.of(),
                    null),
            null,
            List.of(new TurnExplanation.Said("answer", 0, "Yes.")),
            "pets",
            null,
            null,
            null,
            new TurnExplanation.Versions("abc", "def", V7, null, 7),
            Map.of("play", 200L),
            new TurnExplanation.Desk(List.of("Anna"), 2, 240L));

    @Test
    void givenRecordedTurns_whenAnOperatorListsOrReplaysThem_thenTheOrderFlowAnswers() {
        RecordedTurn turn = new RecordedTurn(3, "t-3", NOON, "is it safe", "Yes.", "ask-design", "ask");
        ORDER_FLOW.on("GET " + CONVERSATION + "/turns", 200, List.of(turn));
        ORDER_FLOW.on("POST " + CONVERSATION + "/replay", 200, REPORT);
        ORDER_FLOW.on("POST " + TURN + "/replay", 200, DIFFERENT);

        assertThat(read(asOperator("GET " + CONVERSATION + "/turns"), RecordedTurn[].class))
                .containsExactly(turn);
        assertThat(read(asOperator("POST " + CONVERSATION + "/replay"), ReplayReport.class))
                .isEqualTo(REPORT);
        assertThat(read(asOperator("POST " + TURN + "/replay"), TurnReplay.class))
                .isEqualTo(DIFFERENT);
    }

    @Test
    void givenManyConversations_whenReplayed_thenTheOrderFlowIsToldWhich() {
        ORDER_FLOW.on("POST /replays", 200, REPORT);

        assertThat(read(asOperator("POST /replays"), ReplayReport.class)).isEqualTo(REPORT);
        assertThat(ORDER_FLOW.last().query()).isEqualTo("after=&limit=50&rehearsals=false");
        asOperator("POST /replays?campaign=gift-card&since=2026-03-02T12:00:00Z&rehearsals=true&after=c-1&limit=9");
        assertThat(ORDER_FLOW.last().query())
                .isEqualTo("after=c-1&campaign=gift-card&limit=9&rehearsals=true&since=2026-03-02T12%3A00%3A00Z");
    }

    @Test
    void givenTheVersionThatAnswered_whenExplained_thenItTellsWhatTheWordsWereWorth() {
        ORDER_FLOW.on("GET " + TURN + "/explanation", 200, EXPLANATION);
        Contribution safe = new Contribution("safe", 2.5);
        NEXT_STATE.on(PREDICTIONS, 200, Map.of("model", V7, "words", List.of(safe), "state", "ask-design"));

        TurnExplanation told = read(asOperator("GET " + TURN + "/explanation"), TurnExplanation.class);

        assertThat(told).isEqualTo(EXPLANATION.withWords(List.of(safe)));
        assertThat(NEXT_STATE.last().body()).contains("\"version\":\"v7\"", "\"text\":\"is it safe\"");
    }

    @Test
    void givenAVersionThatIsGone_whenExplained_thenTheRestIsToldAllTheSame() {
        ORDER_FLOW.on("GET " + TURN + "/explanation", 200, EXPLANATION);

        NEXT_STATE.onProblem(PREDICTIONS, 404, "{\"type\":\"/problems/model-version-not-found\",\"status\":404}");
        assertThat(read(asOperator("GET " + TURN + "/explanation"), TurnExplanation.class))
                .isEqualTo(EXPLANATION);

        ModelProvenance another = new ModelProvenance("v7", "another", 42);
        NEXT_STATE.on(PREDICTIONS, 200, Map.of("model", another, "words", List.of()));
        assertThat(read(asOperator("GET " + TURN + "/explanation"), TurnExplanation.class))
                .isEqualTo(EXPLANATION);
    }

    @Test
    void givenACustomerOrNobody_whenAskingForWhatIsRecorded_thenItIsRefused() {
        for (String call : List.of(
                "GET " + CONVERSATION + "/turns",
                "GET " + TURN + "/explanation",
                "POST " + CONVERSATION + "/replay",
                "POST " + TURN + "/replay",
                "POST /replays")) {
            assertThat(client().send(call.replace(" /", " /api/"), "", "Authorization", Client.BEARER)
                            .statusCode())
                    .as(call)
                    .isEqualTo(401);
            HttpResponse<String> nobody = client().send(call.replace(" /", " /api/"), "");
            assertThat(nobody.statusCode()).as(call).isEqualTo(401);
            assertThat(nobody.body()).as(call).contains("operator's name and password");
        }
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    private HttpResponse<String> asOperator(String call) {
        return client().send(call.replace(" /", " /api/"), "", "Authorization", Client.operator(Client.PASSWORD));
    }

    private static <T> T read(HttpResponse<String> response, Class<T> type) {
        assertThat(response.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readValue(response.body(), type);
    }
}
