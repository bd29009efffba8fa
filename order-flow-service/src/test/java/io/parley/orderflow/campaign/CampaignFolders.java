package io.parley.orderflow.campaign;

import java.nio.file.Path;

/** Folders of campaigns for tests. */
public final class CampaignFolders {

    private CampaignFolders() {}

    /** The folder whose only campaign is {@code gift-card}. */
    public static Campaigns giftCard() {
        return in(Path.of("..", "campaign", "src", "test", "resources"));
    }

    /** The campaigns below a folder. */
    public static Campaigns in(Path folder) {
        return new Campaigns(new CampaignProperties(folder, null));
    }
}
