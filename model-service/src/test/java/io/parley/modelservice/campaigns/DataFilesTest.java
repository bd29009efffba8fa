package io.parley.modelservice.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.modelservice.family.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

    private final Path folder;
    private final Path campaigns;
    private final Path data;

    DataFilesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        campaigns = Files.createDirectory(folder.resolve("campaigns"));
        data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(campaigns.resolve("own.csv"), "");
        Files.writeString(data.resolve("more.csv"), "");
        Files.writeString(folder.resolve("secret.csv"), "");
    }

    @Test
    void givenFilesBelowEitherFolder_whenNamed_thenTheyAreFound() throws IOException {
        assertThat(files(data).resolve("own.csv"))
                .isEqualTo(campaigns.resolve("own.csv").toRealPath());
        assertThat(files(data).resolve("more.csv"))
                .isEqualTo(data.resolve("more.csv").toRealPath());
        assertThat(files(data).resolve(data.resolve("more.csv").toString()))
                .isEqualTo(data.resolve("more.csv").toRealPath());
    }

    @Test
    void givenFilesElsewhere_whenNamed_thenTheyAreRefused() throws IOException {
        Files.createSymbolicLink(campaigns.resolve("link.csv"), folder.resolve("secret.csv"));

        for (String path : new String[] {
            "../secret.csv", folder.resolve("secret.csv").toString(), "link.csv", ".", "none.csv", "\0"
        }) {
            assertThatExceptionOfType(FaultException.class)
                    .as(path)
                    .isThrownBy(() -> files(data).resolve(path))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.REQUEST_INVALID));
        }
    }

    @Test
    void givenNoDataFolder_whenOneOfItsFilesIsNamed_thenItIsRefused() {
        DataFiles files = new DataFiles(
                new CampaignsProperties(campaigns, Path.of("target/no-versions"), null),
                new TrainingPlan(true, null, 42));

        assertThatExceptionOfType(FaultException.class).isThrownBy(() -> files.resolve("more.csv"));
    }

    private DataFiles files(Path dataFolder) {
        return new DataFiles(
                new CampaignsProperties(campaigns, Path.of("target/no-versions"), null),
                new TrainingPlan(true, dataFolder, 42));
    }
}
