package io.parley.gateway.call.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.event.CallEvent;
import io.parley.contracts.voice.CallEvents;
import io.parley.gateway.StandIn;
import io.parley.gateway.call.VoiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the order flow is told of calls. */
class CallEventsTest extends VoiceTest {

    private final Queue<CallEvent> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void givenAnOrderFlowThatIsAwayForAMoment_whenSomebodyCalls_thenItIsToldAllInOrderAndWithoutWords()
            throws InterruptedException {
        // What other tests' calls still have to tell.
        Thread.sleep(Duration.ofSeconds(1));
        ORDER_FLOW.on("POST /calls/events", exchange -> {
            if (tries.incrementAndGet() == 1) {
                StandIn.respond(exchange, 503, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            List<CallEvent> events = JsonMapper.shared()
                    .readValue(ORDER_FLOW.last().body(), CallEvents.class)
                    .events();
            told.addAll(events);
            StandIn.respond(
                    exchange,
                    200,
                    "application/json",
                    JsonMapper.shared().writeValueAsBytes(new CallEvents.Told(events.size())));
        });
        replies.add("The Moon it is.");
        RECOGNIZER.willHear("fly me to the moon");
        try (Caller caller = Caller.calling(client())) {
            caller.hears("mark");
            caller.says(spoken("fly me to the moon"));
            caller.hears("mark");
        }
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (told.stream().noneMatch(event -> event.what().equals("ended")) && System.nanoTime() < end) {
            Thread.sleep(50);
        }

        assertThat(tries.get()).as("told again after a refusal").isGreaterThan(1);
        assertThat(told)
                .extracting(CallEvent::what)
                .startsWith("taken")
                .contains("final", "turn")
                .endsWith("ended");
        assertThat(told).extracting(CallEvent::eventId).doesNotHaveDuplicates();
        assertThat(told).allSatisfy(event -> {
            assertThat(event.conversationId()).isEqualTo("c1");
            assertThat(event.leg()).isEqualTo("stream");
        });
        assertThat(told)
                .filteredOn(event -> event.what().equals("final"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.numbers()).containsEntry("characters", (long) "fly me to the moon".length()));
        assertThat(JsonMapper.shared().writeValueAsString(told)).doesNotContain("moon", "Moon");
    }
}
