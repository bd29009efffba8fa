package io.parley.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path temp;

    @Test
    void givenARecord_whenTheBrokerIsStoppedAndStarted_thenItIsKept() throws Exception {
        Path folder = temp.resolve("kafka");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            KafkaRecords.send(kafka.bootstrapServers(), "orders", "order 1");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder)) {
            assertThat(KafkaRecords.readAll(kafka.bootstrapServers(), "orders", 1))
                    .containsExactly("order 1");
        }
    }

    /** What a start after a killed JVM waits for is the predecessor's registration. */
    @Test
    void givenABroker_whenAskedHowLongADeadOneCounts_thenItIsNoLongerThanAStartMayWait() throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(temp.resolve("kafka"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.describeConfigs(List.of(broker)).all().get().values())
                    .singleElement()
                    .extracting(
                            config -> config.get("broker.session.timeout.ms").value())
                    .isEqualTo("2500");
        }
    }

    @Test
    void givenDamagedData_whenStarting_thenItSaysWhichFolderToMoveAwayAndTheProcessLives() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("kafka"));
        Files.writeString(folder.resolve("meta.properties"), "version=1\ncluster.id=x\nnode.id=77\n");

        assertThatThrownBy(() -> EmbeddedKafka.start(folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("77")
                .hasMessageContaining("Move " + folder + " away");
    }
}
