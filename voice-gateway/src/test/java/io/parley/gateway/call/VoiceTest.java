package io.parley.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.voice.CallEvents;
import io.parley.contracts.voice.Expected;
import io.parley.contracts.voice.SpokenCampaign;
import io.parley.gateway.Client;
import io.parley.gateway.GatewayTest;
import io.parley.gateway.StandIn;
import io.parley.gateway.socket.SocketClient;
import io.parley.speech.Sound;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import io.parley.speech.synthesis.UnspeakableException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that takes calls, with a real voice, a recogniser that follows a script, and a stand-in of the order flow. */
@Import(VoiceTest.Engines.class)
@TestPropertySource(
        properties = {
            "parley.gateway.read-timeout=10s",
            "parley.voice.stream.secret=s3cret",
            "parley.voice.max-calls=1",
            "parley.voice.key-pause=400ms",
            "parley.voice.campaign=space-trip"
        })
public abstract class VoiceTest extends GatewayTest {

    protected static final ScriptedRecognizer RECOGNIZER = new ScriptedRecognizer();
    protected static final SpeechSynthesizer VOICE = SynthesisEngine.FREETTS.open(2, 100);
    protected static final String CARD = "4111111111111111";

    /** What a campaign says and is told in a call. */
    public static final SpokenCampaign.Phrases PHRASES = new SpokenCampaign.Phrases(
            "Good-bye.",
            "Use the keys, please.",
            "May we record this call?",
            List.of("yes", "yes please"),
            List.of("a person please"),
            List.of("go back"),
            List.of("repeat please"),
            List.of("cancel"));

    @Autowired
    private Calls calls;

    /** What the stand-in answers to turns, one after the other; the last one again and again. */
    protected final Queue<String> replies = new ConcurrentLinkedQueue<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Engines {
        @Bean
        @Primary
        VoiceEngines scripted() {
            return new VoiceEngines(() -> RECOGNIZER, () -> VOICE);
        }
    }

    /** There is one line only, and a test that went before may have left it a moment ago. */
    @BeforeEach
    void theLineIsFree() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (calls.up() > 0) {
            assertThat(System.nanoTime()).as("the last call ends in time").isLessThan(end);
            Thread.sleep(10);
        }
    }

    @BeforeEach
    void orderFlow() {
        RECOGNIZER.reset();
        ORDER_FLOW.on(
                "GET /campaigns/space-trip/spoken",
                200,
                new SpokenCampaign("space-trip", "en-US", "abc", List.of("the moon"), PHRASES));
        @Nullable String open = null;
        ORDER_FLOW.on(
                "POST /conversations",
                201,
                new OpenedConversation(
                        "c1", "t0ken", "space-trip", "A trip", "en-US", "Hello there.", "ask", List.of(), open));
        ORDER_FLOW.on("DELETE /conversations/c1", 200, Map.of());
        ORDER_FLOW.on("POST /calls/events", 200, new CallEvents.Told(0));
        expects(Expected.ANYTHING);
        ORDER_FLOW.on("POST /conversations/c1/turns", exchange -> {
            TurnRequest turn = StandIn.body(exchange, TurnRequest.class);
            String reply = replies.size() > 1 ? replies.remove() : String.valueOf(replies.peek());
            StandIn.respond(
                    exchange,
                    200,
                    "application/json",
                    JsonMapper.shared()
                            .writeValueAsBytes(new TurnReply(turn.turnId(), reply, "ask", List.of(), null, null)));
        });
    }

    protected void expects(Expected expected) {
        ORDER_FLOW.on("GET /conversations/c1/expected", 200, expected);
    }

    /** The turns that reached the order flow. */
    protected List<TurnRequest> turns() {
        return ORDER_FLOW.received().stream()
                .filter(received -> received.call().equals("POST /conversations/c1/turns"))
                .map(received -> JsonMapper.shared().readValue(received.body(), TurnRequest.class))
                .toList();
    }

    /** The latest call of this gateway, as operators see it. */
    protected JsonNode lastCall() {
        String id = Client.json(client().send("GET /api/calls", "", "Authorization", Client.operator(Client.PASSWORD)))
                .path(0)
                .path("id")
                .asString();
        return Client.json(
                client().send("GET /api/calls/" + id, "", "Authorization", Client.operator(Client.PASSWORD)));
    }

    protected static Sound spoken(String text) {
        try {
            return VOICE.say(text);
        } catch (UnspeakableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page that calls from the conversation it is in. */
    protected SocketClient page() {
        SocketClient page = SocketClient.open(client(), "/ws/calls/c1", null);
        page.send("{\"type\":\"authenticate\",\"token\":\"t0ken\"}");
        return page;
    }

    /** Waits for the next frame of that kind. */
    protected static JsonNode frame(SocketClient page, String type) {
        JsonNode frame;
        do {
            frame = page.next();
        } while (!frame.path("type").asString().equals(type));
        return frame;
    }

    /** In real time, and then silence. */
    protected static void say(SocketClient page, Sound sound) {
        Sound all = sound.then(Sound.silence(Duration.ofSeconds(1), Sound.WIDE));
        for (int at = 0; at < all.samples().length; at += 1600) {
            Sound piece = all.slice(at, at + 1600);
            ByteBuffer bytes = ByteBuffer.allocate(2 * piece.samples().length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(piece.samples());
            page.send(bytes);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
