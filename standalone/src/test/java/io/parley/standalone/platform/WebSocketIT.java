package io.parley.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.parley.contracts.chat.OpenedConversation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A customer at the WebSocket, and one at the page, of a real Parley. */
@Timeout(180)
class WebSocketIT {

    private static final long BROWSER_MINUTES = 2;
    private static final Path WEB = Path.of("..", "web");

    @RegisterExtension
    static final RunningTeaBox PARLEY = new RunningTeaBox();

    @Test
    void givenASocket_whenTheWholePurchaseIsSaid_thenEachTurnIsAnsweredAndTheOrderIsThere() throws Exception {
        OpenedConversation customer = PARLEY.gateway().open(TeaBox.ID, "chat");
        try (CustomerSocket socket = CustomerSocket.to(PARLEY.gateway().base(), customer.id())) {
            JsonNode ready = socket.authenticate(customer.token());
            assertThat(ready.path("conversation")
                            .path("turns")
                            .path(0)
                            .path("reply")
                            .asString())
                    .isEqualTo(customer.reply());

            JsonNode last = ready;
            for (int turn = 0; turn < TeaBox.PURCHASE.size(); turn++) {
                TeaBox.Line line = TeaBox.PURCHASE.get(turn);
                last = socket.say("turn-" + turn, line.text());
                assertThat(last.path("type").asString()).as(line.text()).isEqualTo("reply");
                assertThat(last.path("turnId").asString()).isEqualTo("turn-" + turn);
                assertThat(last.path("state").asString()).as(line.text()).isEqualTo(line.state());
            }

            String order = last.path("order").path("id").asString();
            assertThat(last.path("outcome").asString()).isEqualTo("sale");
            assertThat(PARLEY.gateway().orders())
                    .anySatisfy(placed -> assertThat(placed.id()).isEqualTo(order));
            assertThat(socket.say(
                            "turn-" + (TeaBox.PURCHASE.size() - 1),
                            TeaBox.PURCHASE.getLast().text()))
                    .as("the same turn again")
                    .isEqualTo(last);
        }
    }

    @Test
    void givenASocket_whenTheTokenIsAnotherConversations_thenNothingIsToldOfThisOne() throws Exception {
        OpenedConversation customer = PARLEY.gateway().open(TeaBox.ID, "chat");
        OpenedConversation stranger = PARLEY.gateway().open(TeaBox.ID, "chat");

        try (CustomerSocket socket = CustomerSocket.to(PARLEY.gateway().base(), customer.id())) {
            JsonNode refusal = socket.authenticate(stranger.token());
            assertThat(refusal.path("type").asString()).isEqualTo("problem");
            assertThat(refusal.path("status").asInt()).isEqualTo(403);
            assertThat(refusal.has("conversation")).isFalse();
        }
    }

    /** The scenario of the page's own tests that needs a real gateway. */
    @Test
    void givenThePageInABrowser_whenACustomerBuys_thenTheyAreAnsweredAndRememberedAfterAReload() throws Exception {
        needs(hasPage(), "the page is not built (-Dweb.skip)");
        needs(Files.isDirectory(WEB.resolve("node_modules/playwright-core")), "npm ci has not run in web");
        needs(Files.isExecutable(chromium()), "there is no Chromium at " + chromium());
        int orders = PARLEY.gateway().orders().size();

        Process scenario = scenario();
        String output;
        try {
            output = new String(scenario.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(scenario.waitFor(BROWSER_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            scenario.descendants().forEach(ProcessHandle::destroyForcibly);
            scenario.destroyForcibly();
        }

        assertThat(scenario.exitValue()).as(output).isZero();
        assertThat(output).contains("# pass 1", "# fail 0");
        assertThat(PARLEY.gateway().orders()).hasSize(orders + 1);
    }

    private static Process scenario() throws IOException {
        ProcessBuilder node = new ProcessBuilder(
                        "node",
                        "--test",
                        "--test-reporter=tap",
                        "--test-name-pattern=a customer of a real Parley",
                        "e2e/buy.test.mjs")
                .directory(WEB.toFile())
                .redirectErrorStream(true);
        node.environment().put("BASE_URL", PARLEY.gateway().base().toString());
        node.environment().put("BUY_CAMPAIGN", TeaBox.ID);
        node.environment()
                .put("BUY_SAYS", TeaBox.PURCHASE.stream().map(TeaBox.Line::text).collect(Collectors.joining("|")));
        return node.start();
    }

    /** Skips the test with its reason, or fails it where nothing may be skipped. */
    private static void needs(boolean present, String otherwise) {
        if ("1".equals(System.getenv("PARLEY_REQUIRE_ALL"))) {
            assertThat(present).as("nothing may be skipped, but %s", otherwise).isTrue();
        }
        assumeThat(present).as(otherwise).isTrue();
    }

    private static Path chromium() {
        return Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
    }

    private static boolean hasPage() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PARLEY.gateway().base() + "/sales-chat.js"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }
}
