package io.parley.orderflow.campaign;

import java.nio.file.Path;

/** Folders of campaigns for tests. */
public final class CampaignFolders {

    private CampaignFolders() {}

    /** The folder whose only campaign is {@code gift-card}. */
    public static Campaigns giftCard() {
        return new Campaigns(new CampaignProperties(Path.of("..", "campaign", "src", "test", "resources"), null));
    }
}
