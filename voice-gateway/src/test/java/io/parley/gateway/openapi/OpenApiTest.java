package io.parley.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest extends GatewayTest {

    private static final String MODELS = "/api/models/{kind}/{campaign}";

    @Test
    void givenTheDocument_whenRead_thenItListsEveryCall() {
        Set<String> calls = new TreeSet<>();
        document()
                .path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "GET /api/offers",
                        "POST /api/conversations",
                        "GET /api/conversations/{id}",
                        "DELETE /api/conversations/{id}",
                        "POST /api/conversations/{id}/turns",
                        "POST /api/conversations/{id}/call-back",
                        "GET /api/conversations/{id}/turns",
                        "GET /api/conversations/{id}/turns/{turn}/explanation",
                        "POST /api/conversations/{id}/turns/{turn}/replay",
                        "POST /api/conversations/{id}/replay",
                        "POST /api/replays",
                        "GET /api/orders",
                        "GET /api/orders/{id}",
                        "GET /api/call-backs",
                        "GET /api/calls",
                        "GET /api/calls/{call}",
                        "GET /api/recordings",
                        "GET /api/recordings/{call}",
                        "DELETE /api/recordings/{call}",
                        "GET /api/campaigns",
                        "POST /api/campaigns/{campaign}/validations",
                        "POST /api/campaigns/{campaign}/tests",
                        "POST /api/campaigns/{campaign}/candidates",
                        "GET /api/campaigns/{campaign}/candidates/{trial}",
                        "DELETE /api/campaigns/{campaign}/candidates/{trial}",
                        "GET /api/campaigns/{campaign}/versions",
                        "POST /api/campaigns/{campaign}/versions",
                        "GET /api/campaigns/{campaign}/versions/{number}",
                        "GET /api/campaigns/{campaign}/versions/{number}/files",
                        "POST /api/campaigns/{campaign}/versions/{number}/tests",
                        "POST /api/campaigns/{campaign}/versions/{number}/publish",
                        "POST /api/campaigns/{campaign}/versions/rollback",
                        "POST /api/campaigns/{campaign}/mutations",
                        "GET /api/campaigns/{campaign}/mutations/{mutation}",
                        "DELETE /api/campaigns/{campaign}/mutations/{mutation}",
                        "POST /api/campaigns/{campaign}/simulations",
                        "GET /api/campaigns/{campaign}/simulations/{simulation}",
                        "GET /api/campaigns/{campaign}/simulations/{simulation}/rows",
                        "DELETE /api/campaigns/{campaign}/simulations/{simulation}",
                        "GET /api/campaigns/{campaign}/facts/statistics",
                        "GET /api/campaigns/{campaign}/unanswered-questions",
                        "DELETE /api/campaigns/{campaign}/unanswered-questions/{questions}",
                        "GET /api/campaigns/{campaign}/reviews",
                        "POST /api/campaigns/{campaign}/reviews/{review}",
                        "GET /api/campaigns/{campaign}/reviews/export",
                        "GET /api/campaigns/{campaign}/reviews/batches",
                        "POST /api/campaigns/{campaign}/reviews/batches",
                        "GET /api/campaigns/{campaign}/facts",
                        "GET /api/campaigns/{campaign}/facts/{fact}",
                        "PUT /api/campaigns/{campaign}/facts/{fact}",
                        "DELETE /api/campaigns/{campaign}/facts/{fact}",
                        "POST /api/campaigns/{campaign}/facts/{fact}/rollback",
                        "GET /api/operator/conversations/{id}",
                        "GET /api/desk",
                        "PUT /api/desk/agents/{name}",
                        "DELETE /api/desk/agents/{name}",
                        "GET /api/desk/hand-offs/{id}",
                        "POST /api/desk/hand-offs/{id}/take",
                        "POST /api/desk/hand-offs/{id}/replies",
                        "POST /api/desk/hand-offs/{id}/return",
                        "POST /api/desk/hand-offs/{id}/close",
                        "POST " + MODELS + "/training-jobs",
                        "GET " + MODELS + "/training-jobs",
                        "GET " + MODELS + "/training-jobs/{job}",
                        "GET " + MODELS + "/training-jobs/{job}/events",
                        "DELETE " + MODELS + "/training-jobs/{job}",
                        "GET " + MODELS + "/versions",
                        "GET " + MODELS + "/versions/{version}",
                        "DELETE " + MODELS + "/versions/{version}",
                        "PUT " + MODELS + "/champion",
                        "PUT " + MODELS + "/challenger",
                        "GET " + MODELS + "/shadow",
                        "POST " + MODELS + "/rollback",
                        "POST " + MODELS + "/evaluations",
                        "POST " + MODELS + "/predictions",
                        "POST " + MODELS + "/studies",
                        "GET " + MODELS + "/studies",
                        "GET " + MODELS + "/studies/{study}",
                        "GET " + MODELS + "/studies/{study}/events",
                        "DELETE " + MODELS + "/studies/{study}",
                        "POST " + MODELS + "/comparisons",
                        "GET /problems/{code}");
    }

    @Test
    void givenTheDocument_whenRead_thenItSaysWhoMayCallAndHowCallsFail() {
        JsonNode document = document();

        assertThat(document.at("/info/title").asString()).isEqualTo("Parley");
        assertThat(document.at("/info/description").asString()).contains("/ws/conversations/{id}", "authenticate");
        assertThat(document.at("/components/securitySchemes/customer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/operator/scheme").asString())
                .isEqualTo("basic");
        assertThat(security(document, "/api/offers", "get")).isEmpty();
        assertThat(security(document, "/api/conversations", "post")).isEmpty();
        assertThat(security(document, "/api/conversations/{id}/turns", "post")).isEqualTo("[{\"customer\":[]}]");
        assertThat(security(document, "/api/orders", "get")).isEqualTo("[{\"operator\":[]}]");
        assertThat(security(document, "/api/conversations/{id}/turns", "get")).isEqualTo("[{\"operator\":[]}]");
        assertThat(security(document, "/api/conversations/{id}/replay", "post")).isEqualTo("[{\"operator\":[]}]");
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> assertThat(operation
                                .path("responses")
                                .path("default")
                                .path("content")
                                .has("application/problem+json"))
                        .as(method + " " + path)
                        .isTrue()));
        assertThat(document.at("/components/schemas/Problem/properties").propertyNames())
                .contains("type", "title", "status", "detail", "code", "retriable", "correlationId");
    }

    @Test
    void givenTheDocument_whenRead_thenBodiesAndAnswersAreTyped() {
        JsonNode document = document();

        assertThat(document.at("/components/schemas").propertyNames())
                .contains(
                        "Offer",
                        "OpenedConversation",
                        "TurnRequest",
                        "TurnReply",
                        "ConversationView",
                        "OrderView",
                        "CampaignView",
                        "ConversationTestReport",
                        "QuestionGroup",
                        "FactStatistics",
                        "RecordedTurn",
                        "ReplayReport",
                        "TurnExplanation",
                        "Fact",
                        "FactView",
                        "TrainingJob",
                        "ModelVersion",
                        "ShadowReport",
                        "TrainingOrder",
                        "PredictionOrder",
                        "Study",
                        "StudyOrder",
                        "Comparison",
                        "ComparisonOrder");
        JsonNode train = document.path("paths").path(MODELS + "/training-jobs").path("post");
        assertThat(train.path("requestBody").path("content").propertyNames())
                .containsExactlyInAnyOrder("application/json", "multipart/form-data");
        assertThat(train.at("/parameters/0/schema/enum").toString()).isEqualTo("[\"next-state\",\"answers\"]");
        assertThat(document.path("paths")
                        .path("/api/conversations/{id}/turns")
                        .at("/post/parameters")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void givenNoInternet_whenSwaggerUiIsOpened_thenAllOfItComesFromHere() {
        HttpResponse<String> page = client().send("GET /swagger-ui/index.html", "");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http://", "https://");
        assertThat(client().send("GET /swagger-ui/swagger-ui-bundle.js", "").statusCode())
                .isEqualTo(200);
        assertThat(client().send("GET /v3/api-docs/swagger-config", "").body()).contains("/v3/api-docs");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';", "img-src 'self' data:");
    }

    private JsonNode document() {
        return Client.json(client().send("GET /v3/api-docs", ""));
    }

    private static String security(JsonNode document, String path, String method) {
        return document.path("paths").path(path).path(method).path("security").toString();
    }
}
