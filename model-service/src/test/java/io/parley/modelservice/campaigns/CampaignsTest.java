package io.parley.modelservice.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsTest {

    private final Path folder;

    CampaignsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givenFoldersWithAndWithoutAFlow_whenListed_thenTheFirstToTrainLeadsThoseThatHaveOne() throws IOException {
        for (String id : new String[] {"tea", "coffee", "gift-card"}) {
            Files.createFile(Files.createDirectory(folder.resolve(id)).resolve("flow.yaml"));
        }
        Files.createDirectory(folder.resolve("drafts"));

        assertThat(new Campaigns(new CampaignsProperties(folder, Path.of("target/no-versions"), null)).ids())
                .containsExactly("coffee", "gift-card", "tea");
        assertThat(new Campaigns(new CampaignsProperties(folder, Path.of("target/no-versions"), "tea")).ids())
                .containsExactly("tea", "coffee", "gift-card");
        assertThat(new Campaigns(new CampaignsProperties(folder, Path.of("target/no-versions"), "drafts")).ids())
                .containsExactly("coffee", "gift-card", "tea");
    }

    @Test
    void givenNoFolder_whenListed_thenThereAreNone() {
        assertThat(new Campaigns(new CampaignsProperties(folder.resolve("none"), Path.of("target/no-versions"), null))
                        .ids())
                .isEmpty();
    }

    @Test
    void givenAnUnknownCampaign_whenAskedFor_thenTheFaultNamesThoseThereAre() {
        Campaigns campaigns = new Campaigns(new CampaignsProperties(
                Path.of("../campaign/src/test/resources"), Path.of("target/no-versions"), null));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> campaigns.folder("gift-cards"))
                .withMessageContaining("'gift-cards'; there are gift-card")
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.CAMPAIGN_NOT_FOUND));
    }

    @Test
    void givenACampaignWithErrors_whenRead_thenTheFaultHasThemAll() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("tea")).resolve("flow.yaml"), "flow: tea\n");
        Campaigns campaigns = new Campaigns(new CampaignsProperties(folder, Path.of("target/no-versions"), null));

        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> campaigns.reading("tea"))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.CAMPAIGN_INVALID))
                .satisfies(e -> assertThat(e.problems()).isNotEmpty());
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> campaigns.campaign("tea"))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.CAMPAIGN_INVALID));
    }
}
