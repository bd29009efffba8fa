package io.parley.orderflow.turn;

import io.parley.contracts.Topics;
import io.parley.session.EventOutbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Moves events from the sessions' outbox to {@code dialogue.events.v1}: at least once, in order. */
@Component
final class EventRelay {

    private static final Logger log = LoggerFactory.getLogger(EventRelay.class);
    private static final int BATCH = 500;
    private static final int PUBLISH_SECONDS = 5;

    private final EventOutbox outbox;
    private final KafkaTemplate<String, String> kafka;

    EventRelay(EventOutbox outbox, KafkaTemplate<String, String> kafka) {
        this.outbox = outbox;
        this.kafka = kafka;
    }

    @Scheduled(fixedDelay = 200)
    void publishWaiting() {
        List<EventOutbox.Entry> waiting = outbox.oldest(BATCH);
        if (waiting.isEmpty()) {
            return;
        }
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (EventOutbox.Entry entry : waiting) {
            sent.add(kafka.send(Topics.DIALOGUE_EVENTS.name(), entry.conversationId(), entry.json()));
        }
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(PUBLISH_SECONDS, TimeUnit.SECONDS);
            outbox.remove(waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn()
                    .addKeyValue("events", waiting.size())
                    .log("events wait in the outbox: Kafka does not take them");
        }
    }
}
