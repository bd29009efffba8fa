package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.question.QuestionGroup;
import io.parley.standalone.client.GatewayClient;
import io.parley.standalone.stack.DataOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers ask what a fact answers and what none does; some buy. Then operators look what is to be learnt from it. */
@Timeout(180)
class WhatOperatorsLearnIT {

    private static final String PLANTED = "zebrafinch";

    @RegisterExtension
    static final RunningTeaBox PARLEY = new RunningTeaBox();

    @Test
    void givenQuestionsThatNoFactAnswers_whenAnOperatorAsks_thenTheyAreGroupedAndCanBeDismissed() throws Exception {
        GatewayClient gateway = PARLEY.gateway();
        for (String words : List.of("which " + PLANTED + " song do you like", "do you like " + PLANTED + " songs")) {
            OpenedConversation customer = gateway.open(TeaBox.ID, "chat");
            TeaBox.say(gateway, customer, "t-1", "the green tea please");
            TurnReply reply = TeaBox.say(gateway, customer, "t-2", words);
            assertThat(reply.reply()).contains("colleague");
            assertThat(TeaBox.say(gateway, customer, "t-2", words)).isEqualTo(reply);
        }
        gateway.test(TeaBox.ID);

        List<QuestionGroup> groups = gateway.unansweredQuestions(TeaBox.ID);

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(2);
            assertThat(group.texts()).hasSize(2).allMatch(text -> text.contains(PLANTED));
            assertThat(group.states()).containsExactly("ask-quantity");
            assertThat(group.similarFact()).isNotNull();
        });
        String ids = groups.getFirst().questions().stream().map(String::valueOf).collect(Collectors.joining(","));
        assertThat(asOperator("DELETE", "/api/campaigns/tea-box/unanswered-questions/" + ids)
                        .statusCode())
                .isEqualTo(204);
        assertThat(gateway.unansweredQuestions(TeaBox.ID)).isEmpty();
        assertThat(logs()).isNotEmpty().noneMatch(log -> log.contains(PLANTED));
    }

    @Test
    void givenAPurchaseWithAQuestionAndOneGivenUp_whenAnOperatorAsks_thenThePitchSoldOneOfTwo() throws Exception {
        GatewayClient gateway = PARLEY.gateway();
        OpenedConversation buyer = gateway.open(TeaBox.ID, "chat");
        for (int turn = 0; turn < TeaBox.PURCHASE.size(); turn++) {
            TeaBox.say(gateway, buyer, "t-" + turn, TeaBox.PURCHASE.get(turn).text());
        }
        OpenedConversation other = gateway.open(TeaBox.ID, "chat");
        for (int turn = 0; turn < 2; turn++) {
            TeaBox.say(gateway, other, "t-" + turn, TeaBox.PURCHASE.get(turn).text());
        }
        gateway.test(TeaBox.ID);

        assertThat(figures()).isEqualTo("shown 2, ordered 1, not ordered 0, pending 1");
        leave(other);
        assertThat(figures()).isEqualTo("shown 2, ordered 1, not ordered 1, pending 0");
    }

    private static String figures() throws Exception {
        HttpResponse<String> response = asOperator("GET", "/api/campaigns/tea-box/facts/statistics");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode fact = JsonMapper.shared().readTree(response.body()).path(0);
        assertThat(fact.path("fact").asString()).isEqualTo("shipping-time");
        JsonNode pitch = fact.path("pitches").path(0);
        assertThat(pitch.path("say").asString()).isEqualTo("Order now and it still leaves today.");
        assertThat(pitch.path("figures")).isEqualTo(fact.path("figures"));
        return "shown %d, ordered %d, not ordered %d, pending %d"
                .formatted(
                        pitch.at("/figures/shown").asInt(),
                        pitch.at("/figures/ordered").asInt(),
                        pitch.at("/figures/notOrdered").asInt(),
                        pitch.at("/figures/pending").asInt());
    }

    private static void leave(OpenedConversation conversation) throws Exception {
        HttpResponse<String> left =
                send("DELETE", "/api/conversations/" + conversation.id(), "Bearer " + conversation.token());
        assertThat(left.statusCode()).isEqualTo(204);
    }

    private static HttpResponse<String> asOperator(String method, String path) throws Exception {
        DataOptions options = new DataOptions();
        new CommandLine(options).parseArgs("--data", PARLEY.data().toString());
        String login =
                "operator:" + Files.readString(options.operatorPasswordFile()).strip();
        return send(
                method, path, "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> send(String method, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PARLEY.gateway().base() + path))
                .header("Authorization", authorization)
                .method(method, BodyPublishers.noBody())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static List<String> logs() throws IOException {
        try (Stream<Path> files = Files.walk(PARLEY.data().resolve("logs"))) {
            return files.filter(Files::isRegularFile)
                    .map(WhatOperatorsLearnIT::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
