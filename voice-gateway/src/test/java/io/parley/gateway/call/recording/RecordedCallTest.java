package io.parley.gateway.call.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnRequest;
import io.parley.contracts.voice.Expected;
import io.parley.gateway.Client;
import io.parley.gateway.call.VoiceTest;
import io.parley.gateway.socket.SocketClient;
import io.parley.speech.Sound;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway that asks its callers whether it may record them, and whose operators may hear calls. */
class RecordedCallTest extends VoiceTest {

    private static final String[] LOGIN = {"Authorization", Client.operator(Client.PASSWORD)};

    @TempDir
    private static Path folder;

    @Autowired
    private Recordings recordings;

    @DynamicPropertySource
    static void recording(DynamicPropertyRegistry properties) {
        properties.add("parley.voice.recording.enabled", () -> true);
        properties.add("parley.voice.recording.folder", () -> folder);
        properties.add("parley.voice.recording.key", () -> "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        properties.add("parley.voice.listening.enabled", () -> true);
    }

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
                        List.of(),
                        List.of(new ConversationView.Turn("greeting", null, "Hello there.", Instant.EPOCH))));
    }

    @AfterEach
    void forget() {
        recordings.all().forEach(recording -> recordings.delete(recording.call()));
    }

    @Test
    void givenACallerWhoAgrees_whenTheCallIsOver_thenItsSoundIsThereUntilItIsDeleted() {
        String call;
        try (SocketClient page = page()) {
            call = frame(page, "taken").path("call").asString();
            assertThat(frame(page, "reply").path("text").asString()).isEqualTo("May we record this call?");
            page.send("{\"type\":\"key\",\"key\":\"1\"}");
            assertThat(frame(page, "reply").path("text").asString()).isEqualTo("Hello there.");
            say(page, spoken("the moon please"));
            page.send("{\"type\":\"hang-up\"}");
            page.closed();
        }
        byte[] wav = recorded(call);
        HttpResponse<String> all = client().send("GET /api/recordings", "", LOGIN);
        assertThat(Client.json(all).path(0).path("call").asString()).isEqualTo(call);
        assertThat(loudest(wav, 0)).as("the caller").isGreaterThan(1000);
        assertThat(loudest(wav, 1)).as("we").isGreaterThan(1000);
        assertThat(turns())
                .as("the consent is no turn")
                .noneMatch(turn -> turn.text().equals("yes"));

        assertThat(client().send("DELETE /api/recordings/" + call, "", LOGIN).statusCode())
                .isEqualTo(204);
        assertThat(client().send("GET /api/recordings/" + call, "", LOGIN).statusCode())
                .isEqualTo(404);
        assertThat(client().send("GET /api/recordings", "").statusCode()).isEqualTo(401);
    }

    @Test
    void givenACallerWhoSaysNo_whenTheCallIsOver_thenThereIsNoRecording() {
        RECOGNIZER.willHear("no");
        replies.add("The Moon it is.");
        try (SocketClient page = page()) {
            frame(page, "reply");
            say(page, spoken("no"));
            assertThat(frame(page, "reply").path("text").asString()).isEqualTo("Hello there.");
            page.send("{\"type\":\"hang-up\"}");
            page.closed();
        }
        assertThat(recordings.all()).isEmpty();
        assertThat(turns()).isEmpty();
    }

    @Test
    void givenACallerWhoTypesInstead_whenTheyDo_thenTheyAreAnsweredAndNotRecorded() {
        replies.add("The Moon it is.");
        try (SocketClient page = page()) {
            frame(page, "reply");
            page.send("{\"type\":\"turn\",\"turnId\":\"typed-1\",\"text\":\"to the moon\"}");
            assertThat(frame(page, "reply").path("text").asString()).isEqualTo("The Moon it is.");
            assertThat(turns()).extracting(TurnRequest::turnId).containsExactly("typed-1");
        }
        assertThat(recordings.all()).isEmpty();
    }

    @Test
    void givenACardIsAskedFor_whenTheCallerSpeaks_thenNobodyHearsThem() {
        // Whether they give up is asked in the state that asks for the card.
        expects(Expected.of(Expected.Kind.YES_NO).muted(true));
        String call;
        try (SocketClient page = page()) {
            call = frame(page, "taken").path("call").asString();
            frame(page, "reply");
            page.send("{\"type\":\"key\",\"key\":\"1\"}");
            frame(page, "reply");
            try (SocketClient operator = listening(call, Client.PASSWORD)) {
                assertThat(frame(operator, "listening").path("rate").asInt()).isEqualTo(Sound.WIDE);
                say(page, spoken("four one one one"));
                assertThat(loudestOf(operator, 60)).isZero();
            }
            page.send("{\"type\":\"hang-up\"}");
            page.closed();
        }
        byte[] wav = recorded(call);
        assertThat(loudest(wav, 0)).as("the caller").isZero();
        assertThat(loudest(wav, 1)).as("we").isGreaterThan(1000);
    }

    @Test
    void givenACall_whenAnOperatorListens_thenTheyHearTheCallerAndUs() {
        try (SocketClient page = page()) {
            String call = frame(page, "taken").path("call").asString();
            page.send("{\"type\":\"key\",\"key\":\"2\"}");
            try (SocketClient operator = listening(call, Client.PASSWORD)) {
                say(page, spoken("the moon please"));
                assertThat(frame(operator, "listening").path("channels").asInt())
                        .isEqualTo(2);
                assertThat(loudestOf(operator, 60)).isGreaterThan(1000);
                page.send("{\"type\":\"hang-up\"}");
                assertThat(frame(operator, "ended").path("type").asString()).isEqualTo("ended");
            }
        }
        try (SocketClient late = listening("c-0", Client.PASSWORD)) {
            assertThat(late.closed()).isEqualTo(1008);
        }
        try (SocketClient stranger = listening("c-0", "wrong")) {
            assertThat(stranger.closed()).isEqualTo(1008);
        }
    }

    /** Its WAV, once the call is over and all of it is written. */
    private byte[] recorded(String call) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (recordings.all().isEmpty() || recordings.all().getFirst().seconds() < 2) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return client().send("GET /api/recordings/" + call, BodyPublishers.noBody(), BodyHandlers.ofByteArray(), LOGIN)
                .body();
    }

    private SocketClient listening(String call, String password) {
        SocketClient operator = SocketClient.open(client(), "/ws/listen/" + call, null);
        operator.send("{\"type\":\"authenticate\",\"password\":\"" + password + "\"}");
        return operator;
    }

    /** The loudest sample of the caller's channel in so many frames. */
    private static int loudestOf(SocketClient operator, int frames) {
        int loudest = 0;
        for (int i = 0; i < frames; i++) {
            ByteBuffer sound = operator.nextSound().order(ByteOrder.LITTLE_ENDIAN);
            for (int at = sound.position(); at + 1 < sound.limit(); at += 4) {
                loudest = Math.max(loudest, Math.abs(sound.getShort(at)));
            }
        }
        return loudest;
    }

    private static int loudest(byte[] wav, int channel) {
        ByteBuffer sound = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int loudest = 0;
        for (int at = 44 + 2 * channel; at + 1 < wav.length; at += 4) {
            loudest = Math.max(loudest, Math.abs(sound.getShort(at)));
        }
        return loudest;
    }
}
