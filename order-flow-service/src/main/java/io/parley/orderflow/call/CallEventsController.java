package io.parley.orderflow.call;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.Topics;
import io.parley.contracts.event.CallEvent;
import io.parley.contracts.voice.CallEvents;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Publishes what gateways tell of their calls on {@code call.events.v1}, since they have no Kafka. */
@RestController
final class CallEventsController {

    private static final int PUBLISH_SECONDS = 5;

    private final KafkaTemplate<String, String> kafka;
    private final JsonMapper json;

    CallEventsController(KafkaTemplate<String, String> kafka, JsonMapper json) {
        this.kafka = kafka;
        this.json = json;
    }

    /** @throws FaultException {@link Fault#SERVICE_UNAVAILABLE} if Kafka does not take them; all may be told again */
    @PostMapping("/calls/events")
    CallEvents.Told publish(@RequestBody CallEvents told) {
        if (told.events().size() > CallEvents.MOST) {
            throw new FaultException(
                    Fault.REQUEST_INVALID, "At most " + CallEvents.MOST + " events of calls are told at once.");
        }
        try {
            CompletableFuture<?>[] sent = told.events().stream().map(this::send).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sent).get(PUBLISH_SECONDS, TimeUnit.SECONDS);
            return new CallEvents.Told(sent.length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException | TimeoutException | KafkaException | org.apache.kafka.common.KafkaException e) {
            throw unavailable(e);
        }
    }

    private CompletableFuture<?> send(CallEvent event) {
        return kafka.send(Topics.CALL_EVENTS.name(), event.callId(), json.writeValueAsString(event));
    }

    private static FaultException unavailable(Exception cause) {
        return new FaultException(
                Fault.SERVICE_UNAVAILABLE, "Kafka does not take events of calls; tell them again.", cause);
    }
}
