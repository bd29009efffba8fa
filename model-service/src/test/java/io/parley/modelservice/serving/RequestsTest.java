package io.parley.modelservice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.Topics;
import io.parley.edge.Problems;
import io.parley.modelservice.parrot.Aviary;
import io.parley.modelservice.parrot.Parrot;
import io.parley.modelservice.parrot.ParrotAnswering;
import io.parley.modelservice.parrot.ParrotAnswering.Reply;
import io.parley.modelservice.parrot.ParrotAnswering.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

class RequestsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CAMPAIGN = "gift-card";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MockProducer<String, byte[]> producer = producer(true);
    private final Aviary aviary;

    RequestsTest(@TempDir Path folder) {
        aviary = new Aviary(folder);
        aviary.registry().activate(CAMPAIGN, aviary.publish(CAMPAIGN, Parrot.taught("hello", "greeting")));
    }

    @Test
    void givenARequest_whenHeard_thenItsReplyGoesToTheAskersPartitionWithKeyAndCorrelation() {
        listen(List.of(record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "1", "turn-7")));

        ProducerRecord<String, byte[]> sent = producer.history().getFirst();
        assertThat(sent.topic()).isEqualTo("parrot.replies.v1");
        assertThat(sent.partition()).isEqualTo(1);
        assertThat(sent.key()).isEqualTo("conversation-1");
        assertThat(sent.headers().lastHeader(Topics.CORRELATION_HEADER).value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("turn-7");
        assertThat(replies()).containsExactly(new Reply("request-1", "greeting", "v1", null));
        assertThat(counted("answered")).isEqualTo(1);
        assertThat(meters.get("parrot.squawk").tag("campaign", CAMPAIGN).timer().count())
                .isEqualTo(1);
    }

    @Test
    void givenACampaignWithoutAModel_whenAsked_thenTheReplySaysSo() {
        listen(List.of(record(request("space-trip", "hello", NOON.plusSeconds(1)), "0", "turn-7")));

        assertThat(replies()).containsExactly(new Reply("request-1", "", "", "model-not-trained"));
        assertThat(counted("failed")).isEqualTo(1);
        assertThat(meters.get("faults")
                        .tag("code", "model-not-trained")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void givenAModelThatFails_whenAsked_thenTheReplySaysSoAndTheOthersAreAnswered() {
        listen(List.of(
                record(request(CAMPAIGN, ParrotAnswering.BONE, NOON.plusSeconds(1)), "0", "turn-7"),
                record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "0", "turn-8")));

        assertThat(replies()).extracting(Reply::failure).containsExactly("unexpected", null);
    }

    @Test
    void givenARequestPastItsDeadline_whenHeard_thenNobodyIsAnswered() {
        listen(List.of(record(request(CAMPAIGN, "hello", NOON.minusMillis(1)), "0", "turn-7")));

        assertThat(producer.history()).isEmpty();
        assertThat(counted("late")).isEqualTo(1);
    }

    @Test
    void givenMalformedRecordsAmongGoodOnes_whenHeard_thenTheGoodOnesAreAnswered() {
        listen(List.of(
                new ConsumerRecord<>("parrot.requests.v1", 0, 0, "k", bytes("{\"requestId\":")),
                new ConsumerRecord<>("parrot.requests.v1", 0, 1, "k", bytes("null")),
                new ConsumerRecord<>("parrot.requests.v1", 0, 2, "k", bytes("{}")),
                record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "many", "turn-7"),
                record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), null, "turn-7"),
                record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "1", "turn-8")));

        assertThat(producer.history()).hasSize(1);
        assertThat(counted("malformed")).isEqualTo(5);
    }

    @Test
    void givenARequestThatNamesAVersion_whenHeard_thenThatOneAnswersAfterTheOthersWhoeverIsChampion() {
        aviary.registry().activate(CAMPAIGN, aviary.publish(CAMPAIGN, Parrot.taught("hello", "good day")));

        listen(List.of(
                record(naming("v1"), "1", "replay"),
                record(naming("v9"), "1", "replay"),
                record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "1", "turn-7")));

        assertThat(replies())
                .containsExactly(
                        new Reply("request-1", "good day", "v2", null),
                        new Reply("request-1", "greeting", "v1", null),
                        new Reply("request-1", "", "", "model-version-not-found"));
        assertThat(meters.get("parrot.squawk").tag("campaign", CAMPAIGN).timer().count())
                .as("turns that were timed")
                .isEqualTo(1);
    }

    @Test
    void givenAReplyThatCannotBeSent_whenAnswered_thenItIsCounted() {
        producer = producer(false);

        listen(List.of(record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "1", "turn-7")));
        producer.errorNext(new TimeoutException("no broker"));

        assertThat(counted("unsent")).isEqualTo(1);
    }

    @Test
    void givenAChallenger_whenRepliesAreOut_thenItHearsOfTheTurnsThatWereAnswered() {
        aviary.registry().challenge(CAMPAIGN, aviary.publish(CAMPAIGN, Parrot.taught("bye", "greeting")));

        listen(List.of(
                record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "1", "turn-7"),
                record(request(CAMPAIGN, "what", NOON.plusSeconds(1)), "1", "turn-7"),
                record(request(CAMPAIGN, ParrotAnswering.BONE, NOON.plusSeconds(1)), "1", "turn-7")));

        for (String agrees : List.of("true", "false")) {
            await().untilAsserted(() -> assertThat(meters.get("parrot.challenger")
                            .tags("campaign", CAMPAIGN, "version", "v2", "agrees", agrees)
                            .counter()
                            .count())
                    .isEqualTo(1));
        }
        assertThat(counted("answered")).isEqualTo(2);
    }

    @Test
    @Timeout(30)
    void givenTwoListenerThreads_whenEachHasARequest_thenBothAreAnsweredAtTheSameTimeByTheSameModel() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Set<Parrot> models = ConcurrentHashMap.newKeySet();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Requests<Parrot, Request, Reply> requests = requests(new ParrotAnswering() {
            @Override
            public Reply answer(Request request, ServedModel<Parrot> served, long since) {
                models.add(served.model());
                threads.add(Thread.currentThread());
                meet(both);
                return super.answer(request, served, since);
            }
        });

        Thread other = Thread.ofPlatform()
                .start(() -> requests.answer(
                        List.of(record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "0", "turn-7"))));
        requests.answer(List.of(record(request(CAMPAIGN, "hello", NOON.plusSeconds(1)), "1", "turn-8")));
        other.join();

        assertThat(counted("answered")).isEqualTo(2);
        assertThat(threads).hasSize(2);
        assertThat(models).hasSize(1);
    }

    /** Waits until the other is there too: none of the two could go on if they were answered one after the other. */
    private static void meet(CyclicBarrier both) {
        try {
            both.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the other request was not answered at the same time", e);
        }
    }

    private void listen(List<ConsumerRecord<String, byte[]>> records) {
        requests(new ParrotAnswering()).answer(records);
    }

    private Requests<Parrot, Request, Reply> requests(ParrotAnswering answering) {
        ModelsInUse<Parrot> models = new ModelsInUse<>(aviary.registry(), aviary.family(), meters);
        models.refresh(CAMPAIGN);
        ProducerFactory<String, byte[]> factory = new DefaultKafkaProducerFactory<>(Map.of()) {
            @Override
            protected Producer<String, byte[]> createRawProducer(Map<String, Object> configuration) {
                return producer;
            }
        };
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new Requests<>(
                new Answers<>(
                        models,
                        new NamedVersions<>(models, aviary.registry()),
                        answering,
                        aviary.family(),
                        new Problems(meters),
                        meters),
                new Shadow<>(models, answering, aviary.family(), Aviary.PROPERTIES, clock, meters),
                answering,
                aviary.family(),
                new KafkaTemplate<>(factory),
                JSON,
                clock,
                meters);
    }

    private static MockProducer<String, byte[]> producer(boolean sendsAtOnce) {
        return new MockProducer<>(sendsAtOnce, null, new StringSerializer(), new ByteArraySerializer());
    }

    private List<Reply> replies() {
        return producer.history().stream()
                .map(sent -> JSON.readValue(sent.value(), Reply.class))
                .toList();
    }

    private double counted(String outcome) {
        return meters.counter("parrot.requests", "outcome", outcome).count();
    }

    private static Request naming(String version) {
        return new Request(
                "request-1", "conversation-1", CAMPAIGN, "ask-design", "hello", NOON.plusSeconds(1), version);
    }

    private static Request request(String campaign, String text, Instant deadline) {
        return new Request("request-1", "conversation-1", campaign, "ask-design", text, deadline, null);
    }

    private static ConsumerRecord<String, byte[]> record(
            Request request, @Nullable String partition, String correlation) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("parrot.requests.v1", 0, 0, "conversation-1", JSON.writeValueAsBytes(request));
        if (partition != null) {
            record.headers().add(Topics.REPLY_PARTITION_HEADER, bytes(partition));
        }
        record.headers().add(Topics.CORRELATION_HEADER, bytes(correlation));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
