package io.parley.gateway.call.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.voice.Expected;
import io.parley.gateway.Client;
import io.parley.gateway.call.VoiceTest;
import io.parley.speech.recognition.Expectation;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class MediaStreamTest extends VoiceTest {

    private static final String LONG =
            "The Moon is a fine place to go. There is a lot to see there, and the food is good as well. Shall we go on?";

    @AfterEach
    void nobodyIsLeftOnTheLine() {
        eventually(() -> lastCall().has("ended"));
        eventually(() -> RECOGNIZER.listening() == 0);
    }

    @Test
    void givenACall_whenTheCustomerSpeaks_thenTheyAreAnsweredAndTheirReadingsReachTheOrderFlow() {
        replies.add("The Moon it is.");
        RECOGNIZER.willHear("the moon", "the noon");
        try (Caller caller = Caller.calling(client())) {
            assertThat(caller.hears("mark").at("/mark/name").asString()).isNotEmpty();
            assertThat(caller.media()).isPositive();
            caller.says(spoken("I would like to see the moon"));
            caller.hears("mark");

            TurnRequest turn = turns().getFirst();
            assertThat(turn.text()).isEqualTo("the moon");
            assertThat(turn.alternatives()).containsExactly("the noon");
            assertThat(turn.heardReply()).isNull();
            caller.send("{\"event\":\"stop\",\"streamSid\":\"MZ1\"}");
            assertThat(caller.closed()).isEqualTo(1000);
        }
        eventually(() -> lastCall().has("ended"));
        assertThat(lastCall().path("why").asString()).isEqualTo("caller-left");
        assertThat(whats()).contains("taken", "final", "turn", "reply", "first-audio", "ended");
        assertThat(ORDER_FLOW.received()).anyMatch(received -> received.call().equals("DELETE /conversations/c1"));
        assertThat(Client.json(client().send(
                                        "GET /api/calls/nope", "", "Authorization", Client.operator(Client.PASSWORD)))
                        .path("code")
                        .asString())
                .isEqualTo("call-not-found");
    }

    @Test
    void givenAReply_whenTheCustomerSpeaksIntoIt_thenItStopsAndTheOrderFlowLearnsWhatWasHeard() {
        replies.add(LONG);
        replies.add("Mars it is.");
        RECOGNIZER.willHear("tell me of the moon");
        RECOGNIZER.willHear("no let us go to mars");
        try (Caller caller = Caller.calling(client())) {
            caller.hears("mark");
            caller.says(spoken("tell me of the moon"));
            caller.hears("mark");
            caller.says(spoken("no let us go to mars"));
            caller.hears("clear");
            caller.hears("mark");

            TurnRequest turn = turns().get(1);
            assertThat(turn.text()).isEqualTo("no let us go to mars");
            assertThat(turn.heardReply())
                    .startsWith("The Moon is a fine place to go.")
                    .isNotEqualTo(LONG);
            assertThat(LONG).startsWith(String.valueOf(turn.heardReply()));
        }
        assertThat(whats()).contains("barge-in");
    }

    @Test
    void givenAReply_whenTheCustomerOnlyShowsThatTheyListen_thenItGoesOn() {
        replies.add(LONG);
        RECOGNIZER.willHear("tell me of the moon");
        RECOGNIZER.willHear("mhm");
        try (Caller caller = Caller.calling(client())) {
            caller.hears("mark");
            caller.says(spoken("tell me of the moon"));
            caller.hears("media");
            caller.says(spoken("okay"));
            caller.hears("clear");
            for (int part = 0; part < 3; part++) {
                caller.hears("mark");
            }
            assertThat(turns()).hasSize(1);
        }
        assertThat(whats()).contains("backchannel").doesNotContain("barge-in");
    }

    @Test
    void givenACardIsAskedFor_whenItIsSpoken_thenItIsNotTakenAndWhenKeyedInThenItIsSeenNowhere(CapturedOutput output) {
        expects(Expected.of(Expected.Kind.SECRET));
        replies.add("Thank you.");
        RECOGNIZER.willHear("four one one one");
        try (Caller caller = Caller.calling(client())) {
            caller.hears("mark");
            caller.says(spoken("four one one one"));
            caller.hears("mark");
            assertThat(turns()).isEmpty();
            assertThat(RECOGNIZER.expectations()).allMatch(Expectation.Commands.class::isInstance);

            caller.keys(CARD + "#");
            caller.hears("mark");
            assertThat(turns()).singleElement().extracting(TurnRequest::text).isEqualTo(CARD);
        }
        eventually(() -> lastCall().has("ended"));
        assertThat(lastCall().toString()).contains("\"pressed\":16").doesNotContain(CARD, "1111", "four one");
        assertThat(output.getAll()).doesNotContain(CARD, "1111111", "four one one one");
    }

    @Test
    void givenANumberIsAskedFor_whenKeysArePressed_thenAPauseEndsThemAndZeroAloneIsAPerson() {
        expects(Expected.of(Expected.Kind.NUMBER));
        replies.add("Very well.");
        try (Caller caller = Caller.calling(client())) {
            caller.hears("mark");
            caller.keys("12");
            caller.hears("mark");
            caller.keys("0");
            caller.hears("mark");
            caller.keys("*");
            caller.hears("mark");
            assertThat(turns()).extracting(TurnRequest::text).containsExactly("12", "a person please", "go back");
        }
    }

    @Test
    void givenOneCallMayBeUp_whenAnotherComes_thenItIsBusyAndTheFirstGoesOn() {
        replies.add("Gladly.");
        RECOGNIZER.willHear("the moon");
        try (Caller caller = Caller.calling(client());
                Caller second = new Caller(client(), "?token=s3cret")) {
            caller.hears("mark");
            second.start();
            assertThat(second.closed()).isEqualTo(1013);
            caller.says(spoken("the moon please"));
            caller.hears("mark");
            assertThat(turns()).hasSize(1);
        }
    }

    @Test
    void givenWhatIsNoStream_whenItComes_thenItIsRefusedWithAReason() {
        assertThatThrownBy(() -> new Caller(client(), "?token=wrong"))
                .cause()
                .isInstanceOf(WebSocketHandshakeException.class);
        List<String> odd = List.of(
                "{",
                "[]",
                "{}",
                "{\"event\":\"sing\"}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"AAAA\"}}",
                "{\"event\":\"start\"}",
                "{\"event\":\"start\",\"start\":{\"streamSid\":\"MZ\",\"mediaFormat\":{\"encoding\":\"audio/l16\"}}}");
        for (String frame : odd) {
            try (Caller caller = new Caller(client(), "?token=s3cret")) {
                caller.send(frame);
                assertThat(caller.closed()).as(frame).isEqualTo(1008);
            }
        }
        try (Caller caller = new Caller(client(), "")) {
            caller.start();
            assertThat(caller.closed()).as("no token").isEqualTo(1008);
        }
        try (Caller caller = Caller.calling(client())) {
            caller.hears("mark");
            String second = "A".repeat(10_000);
            for (int i = 0; i < 10; i++) {
                caller.send("{\"event\":\"media\",\"media\":{\"payload\":\"" + second + "\"}}");
            }
            assertThat(caller.closed()).as("faster than speech").isEqualTo(1008);
        }
    }

    private List<String> whats() {
        eventually(() -> lastCall().has("ended"));
        return lastCall()
                .path("moments")
                .valueStream()
                .map(moment -> moment.path("what").asString())
                .toList();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
