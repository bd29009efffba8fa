package io.parley.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
