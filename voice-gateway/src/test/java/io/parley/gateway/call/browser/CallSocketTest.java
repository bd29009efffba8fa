package io.parley.gateway.call.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.voice.Expected;
import io.parley.gateway.call.VoiceTest;
import io.parley.gateway.socket.SocketClient;
import io.parley.speech.Sound;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallSocketTest extends VoiceTest {

    @BeforeEach
    void aConversationThatBeganAsText() {
        ORDER_FLOW.on(
                "GET /conversations/c1",
                200,
                new ConversationView(
                        "c1",
                        "space-trip",
                        "A trip",
                        "en-US",
                        "ask",
                        null,
                        List.of("Moon"),
                        List.of(new ConversationView.Turn("greeting", null, "Hello there.", Instant.EPOCH))));
    }

    @Test
    void givenAConversation_whenItsCustomerCalls_thenBothSidesAreHeardAndSeen() {
        replies.add("The Moon it is.");
        RECOGNIZER.willHear("the moon");
        try (SocketClient page = page()) {
            JsonNode taken = frame(page, "taken");
            assertThat(taken.path("recognizer").asString()).isEqualTo("scripted");
            assertThat(frame(page, "reply").path("text").asString()).isEqualTo("Hello there.");
            assertThat(page.nextSound().remaining()).isEqualTo(640);

            Sound sound = spoken("the moon please");
            say(page, sound);
            assertThat(frame(page, "final").path("text").asString()).isEqualTo("the moon");
            assertThat(frame(page, "reply").path("text").asString()).isEqualTo("The Moon it is.");

            page.send("{\"type\":\"turn\",\"turnId\":\"typed-1\",\"text\":\"and by ship\"}");
            frame(page, "reply");
            assertThat(turns()).extracting(TurnRequest::turnId).contains("typed-1");

            page.send("{\"type\":\"hang-up\"}");
            assertThat(page.closed()).isEqualTo(1000);
        }
        // It began as text and goes on as text.
        assertThat(ORDER_FLOW.received()).noneMatch(received -> received.call().equals("DELETE /conversations/c1"));
    }

    @Test
    void givenACardIsAskedFor_whenItIsKeyedIn_thenThePageSeesOnlyHowManyKeysWerePressed() {
        expects(Expected.of(Expected.Kind.SECRET));
        replies.add("Thank you.");
        StringBuilder seen = new StringBuilder();
        try (SocketClient page = page()) {
            assertThat(frame(page, "expects").path("keys").asBoolean()).isTrue();
            for (char key : (CARD + "#").toCharArray()) {
                page.send("{\"type\":\"key\",\"key\":\"" + key + "\"}");
            }
            JsonNode last;
            do {
                last = page.next();
                seen.append(last);
            } while (!last.path("text").asString("").equals("Thank you."));
        }
        assertThat(seen.toString()).contains("\"pressed\":16", "••••").doesNotContain(CARD, "4111");
    }

    @Test
    void givenWhatIsNoCall_whenItComes_thenItIsRefused() {
        for (String odd : List.of("{", "{\"type\":\"key\",\"key\":\"5\"}", "{\"type\":\"authenticate\"}")) {
            try (SocketClient page = SocketClient.open(client(), "/ws/calls/c1", null)) {
                page.send(odd);
                assertThat(page.closed()).as(odd).isEqualTo(1008);
            }
        }
    }
}
