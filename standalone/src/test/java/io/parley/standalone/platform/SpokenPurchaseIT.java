package io.parley.standalone.platform;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.chat.OpenedConversation;
import io.parley.contracts.replay.ReplayOutcome;
import io.parley.contracts.replay.TurnReplay;
import io.parley.speech.Sound;
import io.parley.speech.synthesis.SpeechSynthesizer;
import io.parley.speech.synthesis.SynthesisEngine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer buys by voice of a real Parley: speech where it is heard, writing where it must be spelled, keys for the card. */
@Timeout(300)
class SpokenPurchaseIT {

    private static final String CARD = "4242424242424242";

    @RegisterExtension
    static final RunningTeaBox PARLEY = new RunningTeaBox();

    @Test
    void givenACall_whenACustomerBuys_thenTheOrderIsThereAndTheConversationReplaysTheSame() throws Exception {
        OpenedConversation customer = PARLEY.gateway().open(TeaBox.ID, "chat");
        StringBuilder seen = new StringBuilder();
        try (SpeechSynthesizer voice = SynthesisEngine.FREETTS.open(1, 10);
                Caller caller = new Caller(PARLEY.gateway().base(), customer, seen)) {
            caller.until("expects", "choice");
            assertThat(caller.says(voice.say("The green tea please."))).isEqualTo("ask-quantity");
            assertThat(caller.says(voice.say("two boxes please"))).isEqualTo("ask-contact");
            assertThat(caller.types("Ada Lovelace, ada@example.com")).isEqualTo("confirm-order");
            assertThat(caller.says(voice.say("yes please"))).isEqualTo("payment");
            assertThat(caller.keys(CARD + "#")).isEqualTo("completed");
        }

        assertThat(PARLEY.gateway().orders())
                .anySatisfy(order -> assertThat(order.total()).hasToString("30.00"));
        assertThat(seen.toString()).doesNotContain(CARD, "4242");
        assertThat(PARLEY.gateway().replays().conversation(customer.id()).results())
                .isNotEmpty()
                .extracting(TurnReplay::outcome)
                .containsOnly(ReplayOutcome.IDENTICAL);
    }

    /** A page that calls: frames of 20 ms in real time, silence where nothing is said. */
    private static final class Caller implements AutoCloseable, WebSocket.Listener {

        private static final int FRAME = Sound.WIDE / 50;
        private static final int PATIENCE_SECONDS = 60;

        private final HttpClient http = HttpClient.newHttpClient();
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final Queue<Sound> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean hungUp = new AtomicBoolean();
        private final StringBuilder partial = new StringBuilder();
        private final StringBuilder seen;
        private final WebSocket socket;
        private int typed;

        Caller(URI gateway, OpenedConversation conversation, StringBuilder seen) {
            this.seen = seen;
            URI address = URI.create(gateway.toString().replaceFirst("^http", "ws") + "/ws/calls/" + conversation.id());
            socket = http.newWebSocketBuilder().buildAsync(address, this).join();
            send("{\"type\":\"authenticate\",\"token\":\"" + conversation.token() + "\"}");
            Thread.ofPlatform().daemon().start(this::stream);
        }

        String says(Sound sound) throws InterruptedException {
            for (int at = 0; at < sound.samples().length; at += FRAME) {
                waiting.add(sound.slice(at, at + FRAME));
            }
            return reply();
        }

        String types(String text) throws InterruptedException {
            send("{\"type\":\"turn\",\"turnId\":\"typed-" + ++typed + "\",\"text\":\"" + text + "\"}");
            return reply();
        }

        String keys(String keys) throws InterruptedException {
            keys.chars().forEach(key -> send("{\"type\":\"key\",\"key\":\"" + (char) key + "\"}"));
            return reply();
        }

        /** Waits until that is expected. */
        void until(String type, String kind) throws InterruptedException {
            JsonNode frame;
            do {
                frame = next();
            } while (!frame.path("type").asString().equals(type)
                    || !frame.path("kind").asString().equals(kind));
        }

        /** The state after the next reply to something that was said. */
        private String reply() throws InterruptedException {
            JsonNode frame;
            do {
                frame = next();
            } while (!frame.path("type").asString().equals("reply")
                    || frame.path("turnId").isNull());
            return frame.path("state").asString();
        }

        private JsonNode next() throws InterruptedException {
            String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return JsonMapper.shared().readTree(requireNonNull(frame, "no frame came, after " + seen));
        }

        private synchronized void send(String frame) {
            socket.sendText(frame, true).join();
        }

        private synchronized void send(Sound sound) {
            ByteBuffer bytes = ByteBuffer.allocate(2 * FRAME).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asShortBuffer().put(sound.samples());
            socket.sendBinary(bytes, true).join();
        }

        private void stream() {
            long due = System.nanoTime();
            while (!hungUp.get()) {
                Sound sound = waiting.poll();
                try {
                    send(sound == null ? new Sound(new short[FRAME], Sound.WIDE) : sound);
                    due += 20_000_000;
                    Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                } catch (InterruptedException | RuntimeException e) {
                    return;
                }
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                seen.append(partial).append('\n');
                frames.add(partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer sound, boolean last) {
            from.request(1);
            return null;
        }

        @Override
        public void close() {
            hungUp.set(true);
            socket.abort();
            http.close();
        }
    }
}
