package io.parley.modelservice.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contracts.Topics;
import io.parley.contracts.model.ActiveVersions;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.modelservice.campaigns.CampaignsProperties;
import io.parley.modelservice.parrot.Aviary;
import io.parley.modelservice.parrot.Parrot;
import io.parley.modelservice.topic.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One instance, with the topic's two ends in the test's hands. What two real instances do, the platform's tests see. */
@Timeout(60)
class VersionsWatchTest {

    private static final String CAMPAIGN = "gift-card";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TopicPartition ALL = new TopicPartition(Topics.MODEL_ALIASES.name(), 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final Aviary aviary;
    private final ModelsInUse<Parrot> models;
    private final VersionsWatch watch;
    private long offset;

    VersionsWatchTest(@TempDir Path folder) {
        aviary = new Aviary(folder);
        models = new ModelsInUse<>(aviary.registry(), aviary.family(), new SimpleMeterRegistry());
        for (String word : List.of("one", "two")) {
            aviary.publish(CAMPAIGN, Parrot.taught("hello", word));
        }
        aviary.registry().activate(CAMPAIGN, "v1");
        models.refresh(CAMPAIGN);
        watch = new VersionsWatch(
                new WholeTopic<>(Topics.MODEL_ALIASES, new OnlyConsumer(), JSON),
                new VersionsWriter(new KafkaTemplate<>(new OnlyProducer()), JSON),
                aviary.registry(),
                models,
                new Campaigns(new CampaignsProperties(
                        Path.of("../campaign/src/test/resources"), Path.of("target/no-versions"), null)),
                aviary.family(),
                Aviary.PROPERTIES);
    }

    @AfterEach
    void end() {
        watch.stop();
    }

    @Test
    void givenAnEmptyTopic_whenStarted_thenItIsToldWhatTheFolderSaysUntilThatIsHeard() {
        start(0);

        ProducerRecord<String, byte[]> first = told(0);
        assertThat(first.topic()).isEqualTo("model.aliases.v1");
        assertThat(first.key()).isEqualTo("parrots/gift-card");
        ActiveVersions versions = JSON.readValue(first.value(), ActiveVersions.class);
        assertThat(versions).isEqualTo(active("v1", decidedAt()));
        producer.errorNext(new TimeoutException("no broker"));
        assertThat(told(1).value()).isEqualTo(first.value());

        hear(versions);
        await().until(this::settled);
    }

    @Test
    void givenATopicNotReadToItsEnd_whenLookedAt_thenNothingIsToldYet() throws InterruptedException {
        start(1);
        Thread.sleep(3 * Aviary.PROPERTIES.lookEvery().toMillis());
        assertThat(producer.history()).isEmpty();

        hear(active("v1", decidedAt()));

        await().until(this::settled);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void givenADecisionHere_whenItIsInPlace_thenItIsToldAtOnce() {
        start(1);
        hear(active("v1", decidedAt()));

        aviary.registry().activate(CAMPAIGN, "v2");
        models.refresh(CAMPAIGN);

        assertThat(JSON.readValue(told(0).value(), ActiveVersions.class)).isEqualTo(active("v2", decidedAt()));
    }

    @Test
    void givenADecisionElsewhere_whenHeardOf_thenItIsInPlaceHereAndInTheFolder() {
        start(1);
        hear(active("v1", decidedAt()));

        hear(new ActiveVersions("answers", CAMPAIGN, "v9", null, Instant.now().plusSeconds(60)));
        hear(active("v2", Instant.now().plusSeconds(60)));

        await().untilAsserted(() -> assertThat(models.versions()).containsEntry(CAMPAIGN, "v2"));
        assertThat(aviary.registry().aliases(CAMPAIGN).champion()).isEqualTo("v2");
        assertThat(models.refusal(CAMPAIGN)).isEmpty();
    }

    @Test
    void givenADecisionInTheFolderAlone_whenTheBrokerSaysNothing_thenItIsSeenAtTheNextLook() {
        start(1);

        aviary.registry().activate(CAMPAIGN, "v2");

        await().untilAsserted(() -> assertThat(models.versions()).containsEntry(CAMPAIGN, "v2"));
    }

    @Test
    void givenAnOldDecisionLastOnTheTopic_whenHeard_thenTheLaterOneStaysAndIsToldAnew() {
        start(1);

        hear(active("v2", decidedAt().minusSeconds(60)));

        assertThat(JSON.readValue(told(0).value(), ActiveVersions.class)).isEqualTo(active("v1", decidedAt()));
        assertThat(models.versions()).containsEntry(CAMPAIGN, "v1");
    }

    @Test
    void givenRecordsThatCannotBeRead_whenHeard_thenThoseBehindThemAre() {
        start(3);
        add("null".getBytes(StandardCharsets.UTF_8));
        add("{\"kind\":".getBytes(StandardCharsets.UTF_8));

        hear(active("v2", Instant.now().plusSeconds(60)));

        await().untilAsserted(() -> assertThat(models.versions()).containsEntry(CAMPAIGN, "v2"));
    }

    private void start(long end) {
        consumer.updateBeginningOffsets(Map.of(ALL, 0L));
        consumer.updateEndOffsets(Map.of(ALL, end));
        watch.start();
        await().until(() -> consumer.assignment().contains(ALL));
    }

    private void hear(ActiveVersions versions) {
        add(JSON.writeValueAsBytes(versions));
    }

    private void add(byte[] value) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(ALL.topic(), 0, offset++, "key", value);
        consumer.schedulePollTask(() -> consumer.addRecord(record));
    }

    private ProducerRecord<String, byte[]> told(int which) {
        await().until(() -> producer.history().size() > which);
        return producer.history().get(which);
    }

    /** Whether two more looks told nothing more. */
    private boolean settled() throws InterruptedException {
        int before = producer.history().size();
        Thread.sleep(3 * Aviary.PROPERTIES.lookEvery().toMillis());
        return producer.history().size() == before;
    }

    private Instant decidedAt() {
        return aviary.registry().aliases(CAMPAIGN).changedAt();
    }

    private static ActiveVersions active(String champion, Instant decidedAt) {
        return new ActiveVersions("parrots", CAMPAIGN, champion, null, decidedAt);
    }

    private final class OnlyConsumer extends DefaultKafkaConsumerFactory<String, byte[]> {

        OnlyConsumer() {
            super(Map.of());
        }

        @Override
        public Consumer<String, byte[]> createConsumer(
                @Nullable String group,
                @Nullable String prefix,
                @Nullable String suffix,
                @Nullable Properties properties) {
            return consumer;
        }
    }

    private final class OnlyProducer extends DefaultKafkaProducerFactory<String, byte[]> {

        OnlyProducer() {
            super(Map.of());
        }

        @Override
        protected Producer<String, byte[]> createRawProducer(Map<String, Object> configuration) {
            return producer;
        }
    }
}
