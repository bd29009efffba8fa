package io.parley.orderflow.policy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.Topic;
import io.parley.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Request and reply over a pair of topics. Each instance assigns itself one partition of the reply topic and names it
 * in its requests; replies to requests it does not know are another instance's or too late, and are dropped.
 *
 * @param <Q> the request
 * @param <R> the reply
 */
final class ModelClient<Q, R> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ModelClient.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration START = Duration.ofSeconds(30);

    private final Topic<Q> requests;
    private final Topic<R> replies;
    private final Function<R, String> requestId;
    private final Map<String, Object> kafka;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private final Map<String, CompletableFuture<R>> waiting = new ConcurrentHashMap<>();

    private volatile Optional<Connection> connection = Optional.empty();
    private volatile boolean answeredLast = true;

    private record Connection(
            KafkaProducer<String, byte[]> producer,
            KafkaConsumer<String, byte[]> consumer,
            int replyPartition,
            Thread reader) {}

    /**
     * @param requestId finds the id of the request that a reply answers
     * @param kafka properties common to producer and consumer, such as the brokers' addresses
     */
    ModelClient(
            Topic<Q> requests,
            Topic<R> replies,
            Function<R, String> requestId,
            Map<String, Object> kafka,
            JsonMapper json,
            MeterRegistry meters) {
        this.requests = requests;
        this.replies = replies;
        this.requestId = requestId;
        this.kafka = Map.copyOf(kafka);
        this.json = json;
        this.meters = meters;
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @param id the request's id, unique
     * @param key the conversation's id
     * @return nothing if there was no reply in time
     */
    Optional<R> ask(String id, String key, Q request, Duration timeout) {
        Optional<Connection> current = connection;
        if (current.isEmpty()) {
            return Optional.empty();
        }
        CompletableFuture<R> reply = new CompletableFuture<>();
        waiting.put(id, reply);
        Timer.Sample sample = Timer.start(meters);
        String outcome = "timeout";
        try {
            KafkaProducer<String, byte[]> producer = current.get().producer();
            send(producer, record(key, request, current.get().replyPartition()), reply);
            R answer = reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            outcome = "answered";
            answeredLast = true;
            return Optional.of(answer);
        } catch (TimeoutException e) {
            answeredLast = false;
            log.atWarn().addKeyValue("topic", requests.name()).log("a model did not answer in time");
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | RuntimeException e) {
            outcome = "failed";
            log.atWarn().setCause(e).addKeyValue("topic", requests.name()).log("a model could not be asked");
            return Optional.empty();
        } finally {
            waiting.remove(id);
            sample.stop(Timer.builder("parley.model.request")
                    .tag("topic", requests.name())
                    .tag("outcome", outcome)
                    .publishPercentileHistogram()
                    .register(meters));
        }
    }

    /** What the returned future would tell, the callback tells. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static <T> void send(
            KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record, CompletableFuture<T> reply) {
        producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                reply.completeExceptionally(failure);
            }
        });
    }

    boolean answeredLast() {
        return answeredLast;
    }

    String topic() {
        return requests.name();
    }

    private ProducerRecord<String, byte[]> record(String key, Q request, int replyPartition) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(requests.name(), key, json.writeValueAsBytes(request));
        record.headers()
                .add(
                        Topics.REPLY_PARTITION_HEADER,
                        Integer.toString(replyPartition).getBytes(StandardCharsets.US_ASCII));
        String correlation = MDC.get("correlation.id");
        if (correlation != null) {
            record.headers().add(Topics.CORRELATION_HEADER, correlation.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    @Override
    public void start() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                with(Map.of("fetch.min.bytes", 1, "enable.auto.commit", false)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                with(Map.of(
                        "linger.ms",
                        0,
                        "acks",
                        "1",
                        "max.block.ms",
                        1_000,
                        "delivery.timeout.ms",
                        3_000,
                        "request.timeout.ms",
                        2_000)),
                new StringSerializer(),
                new ByteArraySerializer());
        int partitions = consumer.partitionsFor(replies.name(), START).size();
        TopicPartition mine =
                new TopicPartition(replies.name(), ThreadLocalRandom.current().nextInt(partitions));
        consumer.assign(List.of(mine));
        consumer.seekToEnd(List.of(mine));
        // Resolves the end now: a reply that is written later than this is seen.
        consumer.position(mine, START);
        producer.partitionsFor(requests.name());
        Thread reader =
                Thread.ofPlatform().name("replies-" + replies.name()).daemon().unstarted(() -> read(consumer));
        connection = Optional.of(new Connection(producer, consumer, mine.partition(), reader));
        reader.start();
    }

    private void read(KafkaConsumer<String, byte[]> consumer) {
        try (consumer) {
            while (isRunning()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    complete(record);
                }
            }
        } catch (WakeupException | InterruptException e) {
            log.atDebug().addKeyValue("topic", replies.name()).log("stopped reading replies");
        }
    }

    private void complete(ConsumerRecord<String, byte[]> record) {
        try {
            R reply = json.readValue(record.value(), replies.payload());
            CompletableFuture<R> asker = waiting.get(requestId.apply(reply));
            if (asker != null) {
                asker.complete(reply);
            }
        } catch (JacksonException e) {
            log.atWarn().addKeyValue("topic", replies.name()).log("skipped a reply that is no JSON of ours");
        }
    }

    private Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(kafka);
        all.putAll(own);
        return all;
    }

    @Override
    public void stop() {
        Optional<Connection> current = connection;
        connection = Optional.empty();
        current.ifPresent(open -> {
            open.consumer().wakeup();
            open.producer().close(Duration.ofSeconds(1));
        });
    }

    @Override
    public boolean isRunning() {
        return connection.isPresent();
    }

    /** Before the web server, so that it takes no turn that could not be answered; and stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
