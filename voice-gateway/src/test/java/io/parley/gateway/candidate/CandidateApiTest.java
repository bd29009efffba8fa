package io.parley.gateway.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandidateApiTest extends GatewayTest {

    private static final String OPERATOR = Client.operator(Client.PASSWORD);
    private static final String TRIALS = "POST /api/campaigns/space-trip/candidates";
    private static final String VERSION = "GET /models/space-trip/versions/v2";

    @Test
    void givenAVersionThatIsNotThere_whenItShallBeTried_thenNothingBegins_andTheModelServiceSaysWhy() {
        NEXT_STATE.onProblem(
                VERSION, 404, "{\"type\":\"model-version-not-found\",\"detail\":\"space-trip has no version 'v2'\"}");

        HttpResponse<String> refused = client().send(TRIALS, "{\"nextState\":\"v2\"}", "Authorization", OPERATOR);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(refused.body()).contains("model-version-not-found", "space-trip has no version 'v2'");
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    @Test
    void givenAVersion_whenItShallBeTried_thenTheTrialBegins() {
        NEXT_STATE.on(VERSION, 200, Map.of("version", "v2"));
        ORDER_FLOW.on("POST /campaigns/space-trip/candidates", 202, trial());

        HttpResponse<String> begun = client().send(TRIALS, "{\"nextState\":\"v2\"}", "Authorization", OPERATOR);

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(Client.json(begun).path("id").asString()).isEqualTo("t1");
        assertThat(ORDER_FLOW.last().body()).contains("\"nextState\":\"v2\"");
    }

    @Test
    void givenOnlyAnEditedCampaign_whenItIsTried_thenNoModelIsAskedFor() {
        ORDER_FLOW.on("POST /campaigns/space-trip/candidates", 202, trial());

        HttpResponse<String> begun = client().send(TRIALS, "{\"campaignVersion\":2}", "Authorization", OPERATOR);

        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(NEXT_STATE.received()).isEmpty();
    }

    private static Map<String, Object> trial() {
        return Map.of("id", "t1", "campaign", "space-trip", "status", "running", "played", 0, "conversations", 1);
    }
}
