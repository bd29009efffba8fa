package io.parley.gateway.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.CallBackView;
import io.parley.contracts.chat.CampaignValidation;
import io.parley.contracts.chat.CampaignView;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.Coverage;
import io.parley.contracts.chat.OrderView;
import io.parley.contracts.chat.ProofView;
import io.parley.contracts.order.OrderLine;
import io.parley.contracts.pitch.FactStatistics;
import io.parley.contracts.pitch.PitchStatistics;
import io.parley.contracts.pitch.SalesFigures;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class OperatorApiTest extends GatewayTest {

    private static final OrderView ORDER = new OrderView(
            "o-1",
            "c1",
            "space-trip",
            Instant.parse("2026-03-02T10:00:00Z"),
            List.of(new OrderLine("moon", "The Moon", 2, new BigDecimal("12.50"), new BigDecimal("25.00"))),
            Map.of("quantity", List.of("2")),
            new BigDecimal("25.00"),
            "USD",
            null);
    private static final CampaignView CAMPAIGN =
            new CampaignView("space-trip", "A trip", "en-US", "v", true, 12, 40, List.of("flow.yaml:3: what. Do."));

    private static final Coverage.Touched TOUCHED = new Coverage.Touched(2, List.of("ask"));
    private static final Coverage.Part COVERED =
            new Coverage.Part("what is named", TOUCHED, TOUCHED, TOUCHED, TOUCHED, TOUCHED);

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of("GET /orders", List.of(ORDER)),
                Arguments.of("GET /orders/o-1", ORDER),
                Arguments.of(
                        "GET /call-backs",
                        List.of(new CallBackView(
                                "c1",
                                "space-trip",
                                "030",
                                null,
                                null,
                                "asked",
                                Instant.parse("2026-03-02T10:00:00Z")))),
                Arguments.of("GET /campaigns", List.of(CAMPAIGN)),
                Arguments.of(
                        "POST /campaigns/space-trip/validations",
                        CampaignValidation.of(
                                CAMPAIGN,
                                List.of(new ProofView(
                                        "finishes",
                                        "refuted",
                                        "words lead to a sale",
                                        "a search",
                                        List.of(new ProofView.Counterexample(
                                                "ask", "flow.yaml:3: what. Do.", List.of("ask: goes on -> ask"))))),
                                new Coverage(COVERED, COVERED))),
                Arguments.of(
                        "POST /campaigns/space-trip/tests",
                        new ConversationTestReport(
                                "space-trip",
                                1,
                                0,
                                List.of(new ConversationTestReport.Result("a.yaml:3", "buys", true, null)))),
                Arguments.of(
                        "GET /campaigns/space-trip/facts/statistics",
                        List.of(new FactStatistics(
                                "safety",
                                new SalesFigures(3, 1, 1, 1, 0.5, 0.0945, 0.9055),
                                List.of(new PitchStatistics(
                                        "0a1b2c3d4e5f",
                                        "Shall we?",
                                        new SalesFigures(1, 0, 0, 1, null, null, null)))))),
                Arguments.of(
                        "GET /operator/conversations/c1",
                        new ConversationView(
                                "c1", "space-trip", "A trip", "en-US", "ask", "sale", List.of(), List.of())));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void givenAnOperator_whenCalled_thenItReachesTheOrderFlowWithoutThePassword(String call, Object answer) {
        ORDER_FLOW.on(call, 200, answer);

        HttpResponse<String> response =
                client().send(call.replace(" /", " /api/"), "", "Authorization", Client.operator(Client.PASSWORD));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(JsonMapper.shared().writeValueAsString(answer));
        assertThat(ORDER_FLOW.last().call()).isEqualTo(call);
        assertThat(ORDER_FLOW.last().header("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void givenNobodyInParticular_whenCalled_thenItIsRefused(String call, Object answer) {
        ORDER_FLOW.on(call, 200, answer);
        String path = call.replace(" /", " /api/");

        HttpResponse<String> nobody = client().send(path, "");
        HttpResponse<String> customer = client().send(path, "", "Authorization", Client.BEARER);

        for (HttpResponse<String> response : List.of(nobody, customer)) {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Basic realm=");
            assertThat(Client.json(response).path("code").asString()).isEqualTo("credential-missing");
        }
        assertThat(ORDER_FLOW.received()).isEmpty();
    }
}
