package io.parley.modelservice.topic;

import io.parley.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears all there is on a topic of one partition from its beginning, then whatever comes.
 *
 * @param <T> what its records hold
 */
public final class WholeTopic<T> {

    private static final Logger log = LoggerFactory.getLogger(WholeTopic.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Nothing is kept of how far it was read, and nobody shares the reading. */
    private static final Map<String, String> READING = Map.of(
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false",
            "auto.offset.reset", "earliest",
            "default.api.timeout.ms", "10000",
            "reconnect.backoff.max.ms", "2000");

    private final Topic<T> topic;
    private final TopicPartition all;
    private final ConsumerFactory<String, byte[]> consumers;
    private final JsonMapper json;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Runnable wakeUp = () -> {};
    private volatile boolean caughtUp;

    public WholeTopic(Topic<T> topic, ConsumerFactory<String, byte[]> consumers, JsonMapper json) {
        this.topic = topic;
        this.all = new TopicPartition(topic.name(), 0);
        this.consumers = consumers;
        this.json = json;
    }

    /** Whether everything that stood on the topic has been heard. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** Reads until it is stopped, so on a thread of its own. */
    public void read(Consumer<T> listener) {
        Properties properties = new Properties();
        properties.putAll(READING);
        do {
            try (var consumer = consumers.createConsumer(null, null, "-" + topic.name(), properties)) {
                wakeUp = consumer::wakeup;
                consumer.assign(List.of(all));
                consumer.seekToBeginning(List.of(all));
                long end = consumer.endOffsets(List.of(all)).getOrDefault(all, 0L);
                while (!isStopped()) {
                    consumer.poll(POLL).forEach(record -> hear(record, listener));
                    caughtUp |= consumer.position(all) >= end;
                }
            } catch (WakeupException e) {
                log.atDebug().addKeyValue("topic", topic.name()).log("stopped reading a topic");
            } catch (KafkaException e) {
                log.atWarn()
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("cause", e.toString())
                        .log("a topic cannot be read; it is tried again");
            }
        } while (!pause());
    }

    public void stop() {
        stopped.countDown();
        wakeUp.run();
    }

    private void hear(ConsumerRecord<String, byte @Nullable []> record, Consumer<T> listener) {
        byte[] value = record.value();
        try {
            if (value != null) {
                listener.accept(json.readValue(value, topic.payload()));
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.atWarn()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("a record cannot be read; it is skipped");
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Whether it was stopped meanwhile. */
    private boolean pause() {
        try {
            return stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
