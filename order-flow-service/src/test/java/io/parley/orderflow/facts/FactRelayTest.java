package io.parley.orderflow.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** With the topic's end in the test's hands. */
class FactRelayTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final FactDatabase database = new FactDatabase();
    private final FactVersions versions = database.versions();
    private final MockProducer<String, String> producer =
            new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    private final FactRelay relay = new FactRelay(
            database.client(), database.transaction(), versions, new KafkaTemplate<>(new OnlyProducer()), JSON);

    @Test
    void givenAChangedFact_whenRelayed_thenTheTopicIsToldItOnceUnderItsKey() {
        versions.add(written(1, "Yes."));

        relay.tellWaiting();
        relay.tellWaiting();

        ProducerRecord<String, String> told = producer.history().getFirst();
        assertThat(producer.history()).hasSize(1);
        assertThat(told.topic()).isEqualTo("campaign.facts.v1");
        assertThat(told.key()).isEqualTo("gift-card/pets");
        assertThat(JSON.readValue(told.value(), FactChange.class)).isEqualTo(written(1, "Yes."));
    }

    @Test
    void givenChangesThatPiledUp_whenRelayed_thenOnlyTheLatestVersionIsTold() {
        versions.add(written(1, "Yes."));
        versions.add(written(2, "No."));
        versions.add(new FactChange("gift-card", "pets", 3, FactStatus.DELETED, null, FactDatabase.NOON));

        relay.tellWaiting();

        assertThat(producer.history())
                .extracting(told -> JSON.readValue(told.value(), FactChange.class))
                .containsExactly(new FactChange("gift-card", "pets", 3, FactStatus.DELETED, null, FactDatabase.NOON));
    }

    @Test
    void givenABrokerThatDoesNotTakeIt_whenRelayedAgain_thenItIsTold() {
        versions.add(written(1, "Yes."));
        producer.sendException = new KafkaException(new TimeoutException("no broker"));
        relay.tellWaiting();
        assertThat(producer.history()).isEmpty();
        assertThat(waiting()).isEqualTo(1);

        producer.sendException = null;
        relay.tellWaiting();

        assertThat(producer.history()).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void givenFactsThatWereTold_whenStartedAnew_thenAllAreToldAgain() {
        versions.add(written(1, "Yes."));
        versions.add(written(2, "No."));
        relay.tellWaiting();
        producer.clear();

        relay.tellAll();
        relay.tellWaiting();

        assertThat(producer.history())
                .extracting(told -> JSON.readValue(told.value(), FactChange.class))
                .containsExactly(written(2, "No."));
    }

    private int waiting() {
        return database.client()
                .sql("select count(*) from fact_outbox")
                .query(Integer.class)
                .single();
    }

    private static FactChange written(int version, String answer) {
        return new FactChange(
                "gift-card",
                "pets",
                version,
                FactStatus.EDITED,
                new FactContent("pets", "question", List.of("pets?"), answer, List.of(), List.of()),
                FactDatabase.NOON);
    }

    private final class OnlyProducer extends DefaultKafkaProducerFactory<String, String> {

        OnlyProducer() {
            super(Map.of());
        }

        @Override
        protected Producer<String, String> createRawProducer(Map<String, Object> configuration) {
            return producer;
        }
    }
}
