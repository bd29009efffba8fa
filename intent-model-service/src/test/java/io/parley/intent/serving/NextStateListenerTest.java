package io.parley.intent.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.Topics;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.NextStateRequest;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.network.ModelFiles;
import io.parley.intent.training.GiftCards;
import io.parley.intent.training.NextStateTrainer;
import io.parley.intent.training.TrainedModel;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.registry.DataSource;
import io.parley.neural.registry.ModelRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

class NextStateListenerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path folder;

    private static ModelsInUse models;
    private static SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

    @BeforeAll
    static void trainOnce() {
        ModelRegistry registry = new ModelRegistry(folder, "next-state", Clock.systemUTC());
        TrainedModel trained =
                new NextStateTrainer(GiftCards.settings()).train(GiftCards.data(), 5, ProgressListener.SILENT);
        registry.publish(
                "gift-card",
                new io.parley.neural.registry.TrainedModel(
                        "abc",
                        5,
                        Map.of(),
                        Map.of(),
                        1,
                        DataSource.CAMPAIGN,
                        at -> ModelFiles.write(trained.model(), at)));
        registry.activate("gift-card", "v1");
        models = new ModelsInUse(registry, meters);
        models.refresh("gift-card");
    }

    @Test
    void givenARequest_whenHeard_thenItsReplyGoesToTheAskersPartitionWithKeyAndCorrelation() {
        listen(List.of(record(request("gift-card", NOON.plusSeconds(1)), "1", "turn-7")));

        ProducerRecord<String, byte[]> sent = producer.history().getFirst();
        NextStateReply reply = JSON.readValue(sent.value(), NextStateReply.class);
        assertThat(sent.topic()).isEqualTo(Topics.NEXT_STATE_REPLIES.name());
        assertThat(sent.partition()).isEqualTo(1);
        assertThat(sent.key()).isEqualTo("conversation-1");
        assertThat(sent.headers().lastHeader(Topics.CORRELATION_HEADER).value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("turn-7");
        assertThat(reply.requestId()).isEqualTo("request-1");
        assertThat(reply.failure()).isNull();
        assertThat(reply.ranking().getFirst().state()).isEqualTo("ask-quantity");
        assertThat(reply.model())
                .isNotNull()
                .satisfies(model -> assertThat(model.version()).isEqualTo("v1"));
        assertThat(reply.because()).hasSize(5);
        assertThat(reply.acceptAt()).isBetween(0.35, 0.76);
    }

    @Test
    void givenACampaignWithoutAModel_whenAsked_thenTheReplySaysSo() {
        listen(List.of(record(request("space-trip", NOON.plusSeconds(1)), "0", "turn-7")));

        NextStateReply reply = JSON.readValue(producer.history().getFirst().value(), NextStateReply.class);
        assertThat(reply.failure()).isEqualTo("model-not-trained");
        assertThat(reply.ranking()).isEmpty();
    }

    @Test
    void givenARequestPastItsDeadline_whenHeard_thenNobodyIsAnswered() {
        listen(List.of(record(request("gift-card", NOON.minusMillis(1)), "0", "turn-7")));

        assertThat(producer.history()).isEmpty();
    }

    @Test
    void givenMalformedRecordsAmongGoodOnes_whenHeard_thenTheGoodOnesAreAnswered() {
        double before =
                meters.counter("next.state.requests", "outcome", "malformed").count();

        listen(List.of(
                new ConsumerRecord<>(Topics.NEXT_STATE_REQUESTS.name(), 0, 0, "k", bytes("{\"requestId\":")),
                new ConsumerRecord<>(Topics.NEXT_STATE_REQUESTS.name(), 0, 1, "k", bytes("null")),
                new ConsumerRecord<>(Topics.NEXT_STATE_REQUESTS.name(), 0, 2, "k", bytes("{}")),
                record(request("gift-card", NOON.plusSeconds(1)), "many", "turn-7"),
                record(request("gift-card", NOON.plusSeconds(1)), null, "turn-7"),
                record(request("gift-card", NOON.plusSeconds(1)), "1", "turn-8")));

        assertThat(producer.history()).hasSize(1);
        assertThat(meters.counter("next.state.requests", "outcome", "malformed").count() - before)
                .isEqualTo(5);
    }

    private void listen(List<ConsumerRecord<String, byte[]>> records) {
        ProducerFactory<String, byte[]> factory = new ProducerFactory<>() {
            @Override
            public Producer<String, byte[]> createProducer() {
                return producer;
            }
        };
        new NextStateListener(
                        new NextStateAnswers(models, meters),
                        new KafkaTemplate<>(factory),
                        JSON,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        meters)
                .onRequests(records);
    }

    private static NextStateRequest request(String campaign, Instant deadline) {
        return new NextStateRequest(
                "request-1",
                "conversation-1",
                campaign,
                "ask-design",
                GiftCards.saying("ask-design", "").allowed(),
                new MaskedText("the rocket please"),
                List.of(),
                deadline);
    }

    private static ConsumerRecord<String, byte[]> record(
            NextStateRequest request, @Nullable String partition, String correlation) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                Topics.NEXT_STATE_REQUESTS.name(), 0, 0, request.conversationId(), JSON.writeValueAsBytes(request));
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
