package io.parley.standalone.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.parley.standalone.embedded.EmbeddedKafka;
import io.parley.standalone.embedded.EmbeddedRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What a turn costs before anybody thinks: one HTTP call whose handler does nothing but read and write Redis once each
 * and ask something over Kafka that is answered at once.
 */
final class Floor implements AutoCloseable {

    private static final String REQUESTS = "floor.requests";
    private static final String REPLIES = "floor.replies";
    private static final Map<String, Object> CONSUMER = Map.of("auto.offset.reset", "latest", "fetch.min.bytes", 1);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long ANSWERED_WITHIN_SECONDS = 5;

    private final EmbeddedRedis redis;
    private final EmbeddedKafka kafka;
    private final RedisClient redisClient;
    private final RedisCommands<String, String> commands;
    private final KafkaProducer<String, String> producer;
    private final Map<String, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
    private final List<KafkaConsumer<String, String>> consumers;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private Floor(Path folder) throws IOException {
        redis = EmbeddedRedis.start(folder.resolve("redis"), folder.resolve("redis.log"));
        kafka = EmbeddedKafka.start(folder.resolve("kafka"));
        redisClient = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(redis.port())
                .withPassword(redis.password().toCharArray())
                .build());
        commands = redisClient.connect().sync();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "linger.ms", 0, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        producer.partitionsFor(REQUESTS);
        producer.partitionsFor(REPLIES);
        consumers = List.of(consumer(REQUESTS), consumer(REPLIES));
        threads.execute(() -> consume(consumers.getFirst(), (key, value) -> send(REPLIES, key, value)));
        threads.execute(() -> consume(consumers.getLast(), this::complete));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Measures it with servers of its own.
     *
     * @param folder where they may write
     * @param atOnce how many calls at once
     * @param warmUp calls that do not count
     * @param count calls that do
     */
    static Latencies measure(Path folder, int atOnce, int warmUp, int count) throws IOException, InterruptedException {
        try (Floor floor = new Floor(folder)) {
            floor.run(atOnce, warmUp);
            return Latencies.ofNanos(floor.run(atOnce, count));
        }
    }

    private long[] run(int atOnce, int count) throws InterruptedException {
        long[] nanos = new long[count];
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService callers = Executors.newFixedThreadPool(atOnce)) {
            List<Callable<Void>> calls = new ArrayList<>();
            for (int caller = 0; caller < atOnce; caller++) {
                int first = caller;
                calls.add(() -> {
                    for (int i = first; i < count; i += atOnce) {
                        long start = System.nanoTime();
                        client.send(
                                HttpRequest.newBuilder(address)
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"yes\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                        nanos[i] = System.nanoTime() - start;
                    }
                    return null;
                });
            }
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the floor gave way", e.getCause());
        }
        return nanos;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String id = UUID.randomUUID().toString();
        commands.get("floor");
        CompletableFuture<String> reply = new CompletableFuture<>();
        pending.put(id, reply);
        send(REQUESTS, id, new String(body, StandardCharsets.UTF_8));
        String answer =
                reply.orTimeout(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS).join();
        commands.set("floor", answer);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What becomes of it shows when the answer comes or does not. */
    private void send(String topic, String key, String value) {
        Future<?> _ = producer.send(new ProducerRecord<>(topic, key, value));
    }

    private void complete(String id, String value) {
        CompletableFuture<String> reply = pending.remove(id);
        if (reply != null) {
            reply.complete(value);
        }
    }

    private KafkaConsumer<String, String> consumer(String topic) {
        Map<String, Object> settings = new HashMap<>(CONSUMER);
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        consumer.seekToEnd(consumer.assignment());
        consumer.position(new TopicPartition(topic, 0));
        return consumer;
    }

    private static void consume(KafkaConsumer<String, String> consumer, BiConsumer<String, String> handler) {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(one -> handler.accept(one.key(), one.value()));
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    @Override
    public void close() {
        server.stop(0);
        consumers.forEach(KafkaConsumer::wakeup);
        threads.close();
        producer.close();
        redisClient.shutdown();
        kafka.close();
        redis.close();
    }
}
