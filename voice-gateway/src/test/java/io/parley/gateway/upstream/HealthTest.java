package io.parley.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HealthTest extends GatewayTest {

    @Test
    void givenOneServiceDown_whenAnOperatorAsks_thenItIsToldApartFromTheOthers() {
        HttpResponse<String> response =
                client().send("GET /actuator/health", "", "Authorization", Client.operator(Client.PASSWORD));

        JsonNode components = Client.json(response).path("components");
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(components.at("/orderFlow/status").asString()).isEqualTo("UP");
        assertThat(components.at("/nextStateModel/status").asString()).isEqualTo("UP");
        assertThat(components.at("/answersModel/status").asString()).isEqualTo("DOWN");
        assertThat(components.at("/orderFlow/details/address").asString()).isEqualTo(ORDER_FLOW.url());
    }

    @Test
    void givenAnyoneElse_whenTheyAsk_thenTheyHearTheStatusAlone() {
        HttpResponse<String> health = client().send("GET /actuator/health", "");
        HttpResponse<String> live = client().send("GET /actuator/health/liveness", "");
        HttpResponse<String> ready = client().send("GET /actuator/health/readiness", "");

        assertThat(health.body()).contains("\"status\":\"DOWN\"").doesNotContain("components", "localhost");
        assertThat(live.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(ready.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(client().send("GET /actuator/prometheus", "").statusCode()).isEqualTo(401);
        assertThat(client().send("GET /actuator/info", "").statusCode()).isEqualTo(401);
        assertThat(client().send("GET /actuator/env", "").statusCode()).isEqualTo(401);
    }
}
