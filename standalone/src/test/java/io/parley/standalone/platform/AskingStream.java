package io.parley.standalone.platform;

import io.parley.contracts.Topics;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.privacy.MaskedText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Asks the next-state model over the topics, turn after turn of ever new conversations, as the order flow does. */
final class AskingStream implements AutoCloseable {

    /** What is asked, in turn. */
    static final List<String> TEXTS =
            List.of("the green tea please", "how long will the shipping take?", "no thanks, good bye", "mint for me");

    static final String STATE = "ask-tea";
    static final List<String> ALLOWED =
            List.of("ask-quantity", "cancelled", "ask-tea", "question", "hesitation", "person", "other");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration BETWEEN = Duration.ofMillis(15);
    private static final TopicPartition REPLIES = new TopicPartition(Topics.NEXT_STATE_REPLIES.name(), 0);

    /**
     * A request's reply.
     *
     * @param text what was asked
     * @param number of the request, in the order of their sending
     */
    record Heard(int number, String text, NextStateReply reply) {}

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final Thread asking = Thread.ofPlatform().unstarted(this::ask);
    private final Thread listening = Thread.ofPlatform().unstarted(this::listen);
    private volatile boolean ended;
    private volatile boolean closed;

    private AskingStream(String brokers) {
        Map<String, Object> servers = Map.of("bootstrap.servers", brokers);
        producer = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(REPLIES));
        consumer.seekToEnd(List.of(REPLIES));
        consumer.position(REPLIES);
    }

    static AskingStream start(String brokers) {
        AskingStream stream = new AskingStream(brokers);
        stream.listening.start();
        stream.asking.start();
        return stream;
    }

    /** How many were asked so far. */
    int asked() {
        return count.get();
    }

    /**
     * Waits until so many more were asked and all of them, as well as all before, answered by whichever instance.
     *
     * @return how many that are, from the first
     */
    int awaitMore(int requests) throws InterruptedException {
        int until = asked() + requests;
        Instant deadline = Instant.now().plusSeconds(60);
        while (answeredOfFirst(until) < until) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("of " + asked() + " requests " + heard.size() + " were answered");
            }
            Thread.sleep(BETWEEN);
        }
        return until;
    }

    /** Asks no more, waits for the replies that are under way, and tells all. */
    List<Heard> end() throws InterruptedException {
        ended = true;
        asking.join();
        Instant deadline = Instant.now().plusSeconds(20);
        while (answeredOfFirst(asked()) < asked() && Instant.now().isBefore(deadline)) {
            Thread.sleep(BETWEEN);
        }
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        ended = true;
        closed = true;
        try {
            asking.join();
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(1));
    }

    private long answeredOfFirst(int requests) {
        return heard.stream()
                .mapToInt(Heard::number)
                .filter(number -> number < requests)
                .distinct()
                .count();
    }

    private void ask() {
        try {
            while (!ended) {
                int number = count.getAndIncrement();
                NextStateRequest request = new NextStateRequest(
                        "request-" + number,
                        "conversation-" + number,
                        TeaBox.ID,
                        STATE,
                        ALLOWED,
                        new MaskedText(TEXTS.get(number % TEXTS.size())),
                        List.of(),
                        Instant.now().plusSeconds(30),
                        null);
                asked.put(request.requestId(), number);
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                        Topics.NEXT_STATE_REQUESTS.name(), request.conversationId(), JSON.writeValueAsBytes(request));
                record.headers().add(Topics.REPLY_PARTITION_HEADER, "0".getBytes(StandardCharsets.UTF_8));
                var _ = producer.send(record);
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (consumer) {
            while (!closed) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    NextStateReply reply = JSON.readValue(record.value(), NextStateReply.class);
                    Integer number = asked.get(reply.requestId());
                    if (number != null) {
                        heard.add(new Heard(number, TEXTS.get(number % TEXTS.size()), reply));
                    }
                });
            }
        }
    }
}
