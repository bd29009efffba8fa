package io.parley.gateway.call.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import io.parley.gateway.call.VoiceTest;
import io.parley.speech.Sound;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import io.parley.speech.synthesis.UnspeakableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call as the gateway is configured by default: what a voice says over the telephone band is recognised and answered. */
@TestPropertySource(
        properties = {
            "parley.voice.stream.secret=s3cret",
            "parley.voice.preload=true",
            "parley.voice.campaign=space-trip"
        })
class RealEnginesTest extends GatewayTest {

    private static final List<String> SENTENCES = List.of(
            "i would like to go to the moon",
            "take me to mars please",
            "how long is the flight",
            "two travellers please",
            "is it safe to travel");

    @Test
    void givenTheEmbeddedEngines_whenACustomerSpeaks_thenTheOrderFlowGetsTheirWordsAndHealthNamesTheEngines()
            throws UnspeakableException {
        orderFlow();
        engines();
        Sound wish;
        try (SpeechSynthesizer customer = SynthesisEngine.FREETTS.open(1, 10)) {
            wish = customer.say("I would like to go to the Moon.");
        }
        try (Caller caller = Caller.calling(client())) {
            caller.hears("mark");
            caller.says(wish);
            caller.hears("mark");

            TurnRequest turn = JsonMapper.shared()
                    .readValue(
                            ORDER_FLOW.received().stream()
                                    .filter(received -> received.call().endsWith("/turns"))
                                    .findFirst()
                                    .orElseThrow()
                                    .body(),
                            TurnRequest.class);
            assertThat(turn.text()).contains("moon");
        }
        assertThat(client().send("GET /actuator/prometheus", "", "Authorization", Client.operator(Client.PASSWORD))
                        .body())
                .contains("parley_voice_latency_seconds_count{engine=\"sphinx4\",step=\"response\"")
                .contains("parley_voice_recognition_real_time_factor");
    }

    /** Waits until they are loaded, as health tells. */
    private void engines() {
        JsonNode voice;
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        do {
            assertThat(System.nanoTime()).as("when the engines are ready").isLessThan(end);
            voice = Client.json(client().send(
                                    "GET /actuator/health", "", "Authorization", Client.operator(Client.PASSWORD)))
                    .at("/components/voice/details");
        } while (!voice.has("recognizer"));
        assertThat(voice.path("recognizer").asString()).isEqualTo("sphinx4");
        assertThat(voice.path("synthesizer").asString()).isEqualTo("freetts");
    }

    private static void orderFlow() {
        ORDER_FLOW.on(
                "GET /campaigns/space-trip/spoken",
                200,
                new SpokenCampaign("space-trip", "en-US", "abc", SENTENCES, VoiceTest.PHRASES));
        @Nullable String open = null;
        ORDER_FLOW.on(
                "POST /conversations",
                201,
                new OpenedConversation(
                        "c1", "t0ken", "space-trip", "A trip", "en-US", "Hello there.", "ask", List.of(), open));
        ORDER_FLOW.on("DELETE /conversations/c1", 200, Map.of());
        ORDER_FLOW.on("GET /conversations/c1/expected", 200, Expected.ANYTHING);
        ORDER_FLOW.on("POST /conversations/c1/turns", exchange -> {
            TurnRequest turn = StandIn.body(exchange, TurnRequest.class);
            StandIn.respond(
                    exchange,
                    200,
                    "application/json",
                    JsonMapper.shared()
                            .writeValueAsBytes(
                                    new TurnReply(turn.turnId(), "The Moon it is.", "ask", List.of(), null, null)));
        });
    }
}
