package io.parley.gateway.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.desk.AgentView;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffDetail;
import io.parley.contracts.desk.HandOffView;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DeskApiTest extends GatewayTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final HandOffView WAITING =
            new HandOffView("c1.3", "c1", "gift-card", "waiting", 1, null, NOON, null, null, null);
    private static final AgentView ANNA = new AgentView("Anna Bell", NOON, 1);
    private static final HandOffDetail DETAIL = new HandOffDetail(
            WAITING,
            new ConversationView("c1", "gift-card", "Gift cards", "en-US", "ask-design", null, List.of(), List.of()),
            Map.of("design", List.of("rocket")),
            List.of(),
            BigDecimal.TEN,
            "USD");

    @Test
    void givenADesk_whenAnOperatorReadsIt_thenQueueAndPeopleAreTold() {
        DeskView desk = new DeskView(List.of(ANNA), List.of(WAITING), 200L);
        ORDER_FLOW.on("GET /desk", 200, desk);
        ORDER_FLOW.on("GET /desk/hand-offs/c1.3", 200, DETAIL);

        assertThat(JsonMapper.shared().readValue(asOperator("GET /api/desk", "").body(), DeskView.class))
                .isEqualTo(desk);
        assertThat(JsonMapper.shared()
                        .readValue(
                                asOperator("GET /api/desk/hand-offs/c1.3", "").body(), HandOffDetail.class))
                .isEqualTo(DETAIL);
    }

    @Test
    void givenAPerson_whenTheyComeAndLeave_thenTheOrderFlowIsToldTheirName() {
        ORDER_FLOW.on("PUT /desk/agents/Anna%20Bell", 200, ANNA);
        ORDER_FLOW.on(
                "DELETE /desk/agents/Anna%20Bell",
                exchange -> StandIn.respond(exchange, 204, "application/json", new byte[0]));

        assertThat(JsonMapper.shared()
                        .readValue(
                                asOperator("PUT /api/desk/agents/Anna%20Bell", "")
                                        .body(),
                                AgentView.class))
                .isEqualTo(ANNA);
        assertThat(asOperator("DELETE /api/desk/agents/Anna%20Bell", "").statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"take", "replies", "return", "close"})
    void givenAHandOff_whenAPersonActs_thenTheOrderFlowGetsWhatTheySay(String act) {
        ORDER_FLOW.on("POST /desk/hand-offs/c1.3/" + act, 200, DETAIL);
        String body = "{\"agent\":\"Anna\",\"replyId\":\"r1\",\"text\":\"Hello\",\"slots\":{\"design\":\"rocket\"},"
                + "\"outcome\":\"lost\"}";

        HttpResponse<String> answer = asOperator("POST /api/desk/hand-offs/c1.3/" + act, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ORDER_FLOW.last().body()).contains("\"agent\":\"Anna\"");
    }

    @Test
    void givenNoOperator_whenTheDeskIsCalled_thenNothingIsTold() {
        assertThat(client().send("GET /api/desk", "").statusCode()).isEqualTo(401);
        assertThat(client().send("PUT /api/desk/agents/Anna", "").statusCode()).isEqualTo(401);
        assertThat(client().send(
                                "POST /api/desk/hand-offs/c1.3/take",
                                "{\"agent\":\"Anna\"}",
                                "Authorization",
                                Client.BEARER)
                        .statusCode())
                .isEqualTo(401);
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    private HttpResponse<String> asOperator(String call, String body) {
        return client().send(call, body, "Authorization", Client.operator(Client.PASSWORD));
    }
}
