package io.parley.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.review.ReviewBatch;
import io.parley.contracts.review.ReviewBatchGain;
import io.parley.contracts.review.ReviewExport;
import io.parley.contracts.review.ReviewItem;
import io.parley.contracts.review.ReviewPage;
import io.parley.contracts.review.ReviewReason;
import io.parley.contracts.review.ReviewRow;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReviewsApiTest extends GatewayTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String REVIEWS = "/campaigns/gift-card/reviews";
    private static final ReviewItem ITEM = new ReviewItem(
            7,
            "ask-design",
            "the pink one",
            List.of("ask-quantity", "question"),
            "ask-quantity",
            0.4,
            List.of(ReviewReason.AMBIGUOUS, ReviewReason.CHOSEN),
            2,
            1.5,
            false,
            "open",
            null,
            null,
            NOON);

    @Test
    void givenUtterances_whenAnOperatorAsks_thenThePageComesAsTheOrderFlowHasIt() {
        ReviewPage page = new ReviewPage(3, 1, List.of(ITEM));
        ORDER_FLOW.on("GET " + REVIEWS, 200, page);

        HttpResponse<String> response = asOperator("GET " + REVIEWS + "?from=1&limit=1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"reasons\":[\"ambiguous\",\"chosen\"]");
        assertThat(JsonMapper.shared().readValue(response.body(), ReviewPage.class))
                .isEqualTo(page);
        assertThat(ORDER_FLOW.last().call()).startsWith("GET " + REVIEWS);
    }

    @Test
    void givenAVerdict_whenPosted_thenTheOrderFlowDecides() {
        ORDER_FLOW.on("POST " + REVIEWS + "/7", 200, ITEM);

        assertThat(client().send(
                                "POST /api" + REVIEWS + "/7",
                                "{\"verdict\":\"approve\"}",
                                "Authorization",
                                Client.operator(Client.PASSWORD))
                        .statusCode())
                .isEqualTo(200);

        assertThat(ORDER_FLOW.last().body()).contains("\"verdict\":\"approve\"");
    }

    @Test
    void givenApprovedRows_whenExported_thenTheyComeAsCsv() {
        ORDER_FLOW.on(
                "GET " + REVIEWS + "/export",
                200,
                new ReviewExport(
                        null,
                        0,
                        List.of(new ReviewRow("review-7", "the pink one", "ask-quantity", "ask-design", "")),
                        "session,text,label,state,fact\nreview-7,the pink one,ask-quantity,ask-design,\n"));

        HttpResponse<String> response = client().send(
                        "GET /api" + REVIEWS + "/export",
                        "",
                        "Authorization",
                        Client.operator(Client.PASSWORD),
                        "Accept",
                        "text/csv");

        assertThat(response.body()).startsWith("session,text,label,state,fact\nreview-7");
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
    }

    @Test
    void givenABatchThatWasLearnt_whenAsked_thenTheFirstVersionUsedSinceIsComparedWithTheOneBefore() {
        ReviewBatch batch = new ReviewBatch(1, 20, 5, NOON, "v1", NOON.plusSeconds(60));
        ORDER_FLOW.on("GET " + REVIEWS + "/batches", 200, List.of(batch));
        NEXT_STATE.on(
                "GET /models/gift-card/versions",
                200,
                List.of(
                        version("v1", NOON.minusSeconds(60), null, null),
                        version("v2", NOON.plusSeconds(65), "v1", null),
                        version("v3", NOON.plusSeconds(90), "v1", null),
                        version("v4", NOON.plusSeconds(99), "v1", "champion")));
        NEXT_STATE.on(
                "POST /models/gift-card/comparisons",
                200,
                Map.of(
                        "rows",
                        100,
                        "firstAccuracy",
                        0.8,
                        "secondAccuracy",
                        0.83,
                        "onlyFirst",
                        2,
                        "onlySecond",
                        5,
                        "mcNemar",
                        Map.of("method", "exact", "p", 0.45)));

        HttpResponse<String> response = asOperator("GET " + REVIEWS + "/batches");

        assertThat(JsonMapper.shared().readValue(response.body(), ReviewBatchGain[].class))
                .containsExactly(new ReviewBatchGain(
                        batch, "v4", new ReviewBatchGain.HeldOut(100, 0.8, 0.83, 5, 2, 0.45), null));
        assertThat(NEXT_STATE.last().body()).contains("\"first\":\"v1\"").contains("\"second\":\"v4\"");
    }

    @Test
    void givenABatchThatIsNotInTheCampaignYet_whenAsked_thenItSaysSo() {
        ORDER_FLOW.on("GET " + REVIEWS + "/batches", 200, List.of(new ReviewBatch(1, 20, 5, NOON, "v1", null)));
        NEXT_STATE.on("GET /models/gift-card/versions", 200, List.of());

        assertThat(asOperator("GET " + REVIEWS + "/batches").body()).contains("does not have all of its rows");
    }

    @Test
    void givenABatch_whenMade_thenTheChampionOfThenIsTakenDown() {
        NEXT_STATE.on("GET /models/gift-card/versions", 200, List.of(version("v2", NOON, "v1", "champion")));
        ORDER_FLOW.on("POST " + REVIEWS + "/batches", 200, new ReviewExport(1L, 0, List.of(), ""));

        assertThat(asOperator("POST " + REVIEWS + "/batches").statusCode()).isEqualTo(201);

        assertThat(ORDER_FLOW.last().body()).contains("\"versionBefore\":\"v2\"");
    }

    @Test
    void givenNobodyInParticular_whenAsking_thenItIsRefused() {
        assertThat(client().send("GET /api" + REVIEWS, "", "Authorization", Client.BEARER)
                        .statusCode())
                .isEqualTo(401);
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    private HttpResponse<String> asOperator(String call) {
        return client().send(call.replace(" /", " /api/"), "", "Authorization", Client.operator(Client.PASSWORD));
    }

    private static Map<String, Object> version(
            String version, Instant at, @Nullable String parent, @Nullable String role) {
        Map<String, Object> view = new HashMap<>();
        view.put("version", version);
        view.put("source", "campaign");
        view.put("seconds", 10.0);
        view.put("parent", parent);
        view.put("createdAt", at.toString());
        view.put("role", role);
        view.put("dataHash", "hash");
        return view;
    }
}
