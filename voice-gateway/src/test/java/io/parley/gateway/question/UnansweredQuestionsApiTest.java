package io.parley.gateway.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.question.QuestionGroup;
import io.parley.contracts.question.SimilarFact;
import io.parley.contracts.question.TextGroup;
import io.parley.contracts.question.TextGroupingRequest;
import io.parley.contracts.question.UnansweredQuestion;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

class UnansweredQuestionsApiTest extends GatewayTest {

    private static final StandIn ANSWERS = new StandIn();
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SimilarFact FACT = new SimilarFact("delivery-time", "how long does it take", 0.41);
    private static final String QUESTIONS = "/campaigns/gift-card/unanswered-questions";

    @DynamicPropertySource
    static void memory(DynamicPropertyRegistry registry) {
        registry.add("parley.gateway.answers-url", ANSWERS::url);
    }

    @BeforeEach
    void forgetWhatTheMemoryWasTold() {
        ANSWERS.reset();
    }

    @Test
    void givenUnansweredQuestions_whenAnOperatorAsks_thenTheyComeInGroupsWithTheLargestFirst() {
        ORDER_FLOW.on(
                "GET " + QUESTIONS,
                200,
                List.of(
                        question(3, "ask-design", "is there a vegan one", 0),
                        question(4, "ask-quantity", "can I pay in bitcoin", 1),
                        question(7, "payment", "do you take bitcoin", 2),
                        question(9, "payment", "do you take bitcoin", 3)));
        ANSWERS.on(
                "POST /models/gift-card/text-groups",
                200,
                List.of(new TextGroup(List.of(0), null), new TextGroup(List.of(2, 3, 1), FACT)));

        HttpResponse<String> response = asOperator("GET " + QUESTIONS);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readValue(response.body(), QuestionGroup[].class))
                .containsExactly(
                        new QuestionGroup(
                                "do you take bitcoin",
                                3,
                                List.of("do you take bitcoin", "can I pay in bitcoin"),
                                List.of("payment", "ask-quantity"),
                                NOON.plusSeconds(1),
                                NOON.plusSeconds(3),
                                FACT,
                                List.of(4L, 7L, 9L)),
                        new QuestionGroup(
                                "is there a vegan one",
                                1,
                                List.of("is there a vegan one"),
                                List.of("ask-design"),
                                NOON,
                                NOON,
                                null,
                                List.of(3L)));
    }

    @Test
    void givenUnansweredQuestions_whenTheyAreGrouped_thenTheMemoryGetsTheWordsAlone() {
        ORDER_FLOW.on("GET " + QUESTIONS, 200, List.of(question(3, "ask-design", "is there a vegan one", 0)));
        ANSWERS.on("POST /models/gift-card/text-groups", 200, List.of(new TextGroup(List.of(0), FACT)));

        asOperator("GET " + QUESTIONS);

        assertThat(ANSWERS.last().body())
                .isEqualTo(JsonMapper.shared()
                        .writeValueAsString(new TextGroupingRequest(List.of("is there a vegan one"))));
        assertThat(ANSWERS.last().header("Authorization")).isEmpty();
    }

    @Test
    void givenNoUnansweredQuestion_whenAnOperatorAsks_thenNobodyElseIsBothered() {
        ORDER_FLOW.on("GET " + QUESTIONS, 200, List.of());

        assertThat(asOperator("GET " + QUESTIONS).body()).isEqualTo("[]");
        assertThat(ANSWERS.received()).isEmpty();
    }

    @Test
    void givenAGroup_whenDismissed_thenItsQuestionsAreNamedToTheOrderFlow() {
        ORDER_FLOW.on("DELETE " + QUESTIONS + "/4,7,9", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });

        assertThat(asOperator("DELETE " + QUESTIONS + "/4,7,9").statusCode()).isEqualTo(204);
        assertThat(ORDER_FLOW.last().call()).isEqualTo("DELETE " + QUESTIONS + "/4,7,9");
    }

    @Test
    void givenNobodyInParticular_whenAskingOrDismissing_thenItIsRefused() {
        for (String call : List.of("GET " + QUESTIONS, "DELETE " + QUESTIONS + "/4")) {
            HttpResponse<String> customer =
                    client().send(call.replace(" /", " /api/"), "", "Authorization", Client.BEARER);

            assertThat(customer.statusCode()).isEqualTo(401);
        }
        assertThat(ORDER_FLOW.received()).isEmpty();
    }

    private HttpResponse<String> asOperator(String call) {
        return client().send(call.replace(" /", " /api/"), "", "Authorization", Client.operator(Client.PASSWORD));
    }

    private static UnansweredQuestion question(long id, String state, String text, int second) {
        return new UnansweredQuestion(id, "c-" + id, state, text, NOON.plusSeconds(second));
    }
}
