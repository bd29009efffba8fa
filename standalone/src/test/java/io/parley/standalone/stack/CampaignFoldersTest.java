package io.parley.standalone.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.standalone.embedded.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFoldersTest {

    @TempDir
    Path temp;

    @BeforeEach
    void twoCampaignsAndAFolderThatIsNone() throws IOException {
        for (String campaign : new String[] {"tea", "gift-card"}) {
            Files.writeString(Files.createDirectory(temp.resolve(campaign)).resolve("flow.yaml"), "");
        }
        Files.createDirectory(temp.resolve("drafts"));
    }

    @Test
    void givenNoWish_whenChoosing_thenTheFirstByNameIsChosen() {
        assertThat(CampaignFolders.choose(temp, Optional.empty())).isEqualTo("gift-card");
    }

    @Test
    void givenAWish_whenChoosing_thenItIsGranted() {
        assertThat(CampaignFolders.choose(temp, Optional.of("tea"))).isEqualTo("tea");
    }

    @Test
    void givenAWishForNone_whenChoosing_thenItNamesThoseThatAreThere() {
        assertThatThrownBy(() -> CampaignFolders.choose(temp, Optional.of("drafts")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("gift-card, tea");
    }

    @Test
    void givenAFolderWithoutCampaigns_whenChoosing_thenItPointsAtTheOption() {
        assertThatThrownBy(() -> CampaignFolders.choose(temp.resolve("drafts"), Optional.empty()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--campaigns");
    }
}
