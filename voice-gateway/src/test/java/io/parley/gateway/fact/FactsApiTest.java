package io.parley.gateway.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import io.parley.contracts.fact.FactVersion;
import io.parley.contracts.fact.FactView;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FactsApiTest extends GatewayTest {

    private static final String FACTS = "/campaigns/gift-card/facts";
    private static final String PETS = FACTS + "/pets";
    private static final String BODY = "{\"kind\":\"question\",\"ask\":[\"pets?\"],\"answer\":\"Yes.\",\"picth\":1}";
    private static final FactView VIEW = new FactView(
            "pets",
            new FactVersion(
                    3,
                    FactStatus.EDITED,
                    new FactContent("pets", "question", List.of("pets?"), "Yes.", List.of(), List.of()),
                    Instant.parse("2026-03-02T12:00:00Z")),
            List.of(),
            List.of());

    @Test
    void givenFacts_whenAnOperatorReadsThem_thenOneComesWithItsVersionAsTag() {
        ORDER_FLOW.on("GET " + FACTS, 200, List.of(VIEW));
        ORDER_FLOW.on("GET " + PETS, 200, VIEW);

        assertThat(JsonMapper.shared().readValue(asOperator("GET " + FACTS, "").body(), FactView[].class))
                .containsExactly(VIEW);
        HttpResponse<String> one = asOperator("GET " + PETS, "");
        assertThat(JsonMapper.shared().readValue(one.body(), FactView.class)).isEqualTo(VIEW);
        assertThat(one.headers().firstValue("ETag")).contains("\"3\"");
    }

    @Test
    void givenAFact_whenWritten_thenTheOrderFlowGetsEveryKeyAndTheVersionThatWasSeen() {
        ORDER_FLOW.on("PUT " + PETS, 200, VIEW);

        HttpResponse<String> written = asOperator("PUT " + PETS, BODY, "If-Match", "\"2\"");

        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.headers().firstValue("ETag")).contains("\"3\"");
        assertThat(ORDER_FLOW.last().body()).isEqualTo(BODY);
        assertThat(ORDER_FLOW.last().query()).isEqualTo("expected=2");
        asOperator("PUT " + PETS, BODY);
        assertThat(ORDER_FLOW.last().query()).isEmpty();
    }

    @Test
    void givenAFact_whenDeletedOrRolledBack_thenTheOrderFlowIsTold() {
        ORDER_FLOW.on("DELETE " + PETS, 200, VIEW);
        ORDER_FLOW.on("POST " + PETS + "/rollback", 200, VIEW);

        asOperator("DELETE " + PETS, "", "If-Match", "3");
        assertThat(ORDER_FLOW.last().query()).isEqualTo("expected=3");
        asOperator("POST " + PETS + "/rollback", "{\"to\":0}", "If-Match", "\"3\"");
        assertThat(ORDER_FLOW.last().query()).isEqualTo("expected=3&to=0");
        asOperator("POST " + PETS + "/rollback", "{\"to\":2}");
        assertThat(ORDER_FLOW.last().query()).isEqualTo("to=2");
    }

    @Test
    void givenARefusal_whenItComesFromTheOrderFlow_thenTheOperatorGetsAllOfIt() {
        String problem = "{\"type\":\"/problems/fact-invalid\",\"status\":422,\"problems\":[\"one\",\"two\"]}";
        ORDER_FLOW.onProblem("PUT " + PETS, 422, problem);

        HttpResponse<String> refused = asOperator("PUT " + PETS, BODY);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"3\"", "three", "\"3", "-1", "9999999999"})
    void givenNoVersionInIfMatch_whenWritten_thenItSaysWhatToWrite(String ifMatch) {
        HttpResponse<String> refused = asOperator("PUT " + PETS, BODY, "If-Match", ifMatch);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("If-Match takes the version");
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"to\":-1}", "{\"to\":\"x\"}"})
    void givenNoVersionToGoBackTo_whenRolledBack_thenItIsRefused(String body) {
        assertThat(asOperator("POST " + PETS + "/rollback", body).statusCode()).isEqualTo(400);
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    @Test
    void givenNobodyInParticular_whenReadingOrWriting_thenItIsRefused() {
        for (String call :
                List.of("GET " + FACTS, "GET " + PETS, "PUT " + PETS, "DELETE " + PETS, "POST " + PETS + "/rollback")) {
            HttpResponse<String> customer =
                    client().send(call.replace(" /", " /api/"), "{}", "Authorization", Client.BEARER);

            assertThat(customer.statusCode()).as(call).isEqualTo(401);
        }
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    private HttpResponse<String> asOperator(String call, String body) {
        return client().send(call.replace(" /", " /api/"), body, "Authorization", Client.operator(Client.PASSWORD));
    }

    private HttpResponse<String> asOperator(String call, String body, String header, String value) {
        return client().send(
                        call.replace(" /", " /api/"),
                        body,
                        "Authorization",
                        Client.operator(Client.PASSWORD),
                        header,
                        value);
    }
}
