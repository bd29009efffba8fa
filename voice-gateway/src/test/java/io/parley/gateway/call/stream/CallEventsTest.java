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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the order flow is told of calls. */
class CallEventsTest extends VoiceTest {

    private final Queue<CallEvent> received = new ConcurrentLinkedQueue<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    @Test
    void givenAnOrderFlowThatIsAwayForAMoment_whenSomebodyCalls_thenItIsToldAllInOrderAndWithoutWords()
            throws InterruptedException {
        ORDER_FLOW.on("POST /calls/events", exchange -> {
            List<CallEvent> events = StandIn.body(exchange, CallEvents.class).events();
            if (refused.add(events.getFirst().callId())) {
                StandIn.respond(exchange, 503, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
                return;
            }
            received.addAll(events);
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
        String call = lastCall().path("id").asString();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (ofCall(call).stream().noneMatch(event -> event.what().equals("ended")) && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        List<CallEvent> told = ofCall(call);

        assertThat(refused).as("told again after a refusal").contains(call);
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

    /** Other tests' calls may have something to tell still. */
    private List<CallEvent> ofCall(String call) {
        return received.stream().filter(event -> event.callId().equals(call)).toList();
    }
}
