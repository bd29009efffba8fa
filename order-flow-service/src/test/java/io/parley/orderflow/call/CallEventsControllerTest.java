package io.parley.orderflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.event.CallEvent;
import io.parley.contracts.voice.CallEvents;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** With the topic's end in the test's hands. */
class CallEventsControllerTest {

    private static final CallEvent ENDED =
            new CallEvent("call-1-7", "call-1", "c-1", "space-trip", "sip", Instant.EPOCH, "ended", null, Map.of());

    private final MockProducer<String, String> producer =
            new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    private final CallEventsController controller = new CallEventsController(
            new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(Map.of()) {
                @Override
                protected Producer<String, String> createKafkaProducer() {
                    return producer;
                }
            }),
            JsonMapper.shared());

    @Test
    void givenEvents_whenTold_thenTheyArePublishedByTheirCall() {
        assertThat(controller.publish(new CallEvents(List.of(ENDED))).events()).isEqualTo(1);

        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("call.events.v1");
            assertThat(record.key()).isEqualTo("call-1");
            assertThat(JsonMapper.shared().readValue(record.value(), CallEvent.class))
                    .isEqualTo(ENDED);
        });
    }

    @Test
    void givenABrokerThatDoesNotTakeThem_whenTold_thenTheGatewayIsAskedToTellThemAgain() {
        producer.sendException = new KafkaException(new TimeoutException("no broker"));

        assertThatThrownBy(() -> controller.publish(new CallEvents(List.of(ENDED))))
                .asInstanceOf(InstanceOfAssertFactories.type(FaultException.class))
                .extracting(FaultException::fault)
                .isEqualTo(Fault.SERVICE_UNAVAILABLE);
    }

    @Test
    void givenTooMany_whenTold_thenTheyAreRefused() {
        assertThatThrownBy(() -> controller.publish(new CallEvents(Collections.nCopies(501, ENDED))))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("500");
    }
}
