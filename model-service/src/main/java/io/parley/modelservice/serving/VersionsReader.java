package io.parley.modelservice.serving;

import io.parley.contracts.Topics;
import io.parley.contracts.model.ActiveVersions;
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
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears which versions are in use: all there is on the topic from its beginning, then whatever comes. */
@Component
class VersionsReader {

    private static final Logger log = LoggerFactory.getLogger(VersionsReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final TopicPartition ALL = new TopicPartition(Topics.MODEL_ALIASES.name(), 0);

    /** Nothing is kept of how far it was read, and nobody shares the reading. */
    private static final Map<String, String> READING = Map.of(
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false",
            "auto.offset.reset", "earliest",
            "default.api.timeout.ms", "10000",
            "reconnect.backoff.max.ms", "2000");

    private final ConsumerFactory<String, byte[]> consumers;
    private final JsonMapper json;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile Runnable wakeUp = () -> {};
    private volatile boolean caughtUp;

    VersionsReader(ConsumerFactory<String, byte[]> consumers, JsonMapper json) {
        this.consumers = consumers;
        this.json = json;
    }

    /** Whether everything that stood on the topic has been heard. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Reads until it is stopped, so on a thread of its own. */
    void read(Consumer<ActiveVersions> listener) {
        Properties properties = new Properties();
        properties.putAll(READING);
        do {
            try (var consumer = consumers.createConsumer(null, null, "-versions", properties)) {
                wakeUp = consumer::wakeup;
                consumer.assign(List.of(ALL));
                consumer.seekToBeginning(List.of(ALL));
                long end = consumer.endOffsets(List.of(ALL)).getOrDefault(ALL, 0L);
                while (!isStopped()) {
                    consumer.poll(POLL).forEach(record -> hear(record, listener));
                    caughtUp |= consumer.position(ALL) >= end;
                }
            } catch (WakeupException e) {
                log.atDebug().log("stopped reading which versions are in use");
            } catch (KafkaException e) {
                log.atWarn()
                        .addKeyValue("cause", e.toString())
                        .log("it cannot be read which versions are in use; it is tried again");
            }
        } while (!pause());
    }

    void stop() {
        stopped.countDown();
        wakeUp.run();
    }

    private void hear(ConsumerRecord<String, byte @Nullable []> record, Consumer<ActiveVersions> listener) {
        byte[] value = record.value();
        try {
            if (value != null) {
                listener.accept(json.readValue(value, Topics.MODEL_ALIASES.payload()));
            }
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            log.atWarn()
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("what is told about versions in use cannot be read; it is skipped");
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
