package io.parley.orderflow.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the campaigns that come along. */
class CampaignsTest {

    private static final Path TRAINING_DATA = Path.of("..", "training-data");

    @Test
    void givenNoneIsPutFirst_whenOffered_thenById() {
        assertThat(ids(CampaignFolders.in(TRAINING_DATA)))
                .containsExactly("coffee-order", "kaffee-bestellung", "plane-ticket", "space-trip");
    }

    @Test
    void givenOneIsPutFirst_whenOffered_thenItComesBeforeTheOthers() {
        assertThat(ids(CampaignFolders.in(TRAINING_DATA, "plane-ticket")))
                .containsExactly("plane-ticket", "coffee-order", "kaffee-bestellung", "space-trip");
    }

    private static List<String> ids(Campaigns campaigns) {
        return campaigns.all().stream().map(Campaigns.Entry::id).toList();
    }
}
