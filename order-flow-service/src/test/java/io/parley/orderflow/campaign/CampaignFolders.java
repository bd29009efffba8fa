package io.parley.orderflow.campaign;

import io.parley.campaign.version.VersionShelf;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Folders of campaigns for tests. */
public final class CampaignFolders {

    private static final Path NO_VERSIONS = Path.of("target", "no-versions");

    private CampaignFolders() {}

    /** The folder whose only campaign is {@code gift-card}. */
    public static Campaigns giftCard() {
        return in(Path.of("..", "campaign", "src", "test", "resources"));
    }

    /** The campaigns below a folder. */
    public static Campaigns in(Path folder) {
        return of(folder, NO_VERSIONS);
    }

    /** The campaigns below a folder, of which one is to be offered before the others. */
    static Campaigns in(Path folder, String first) {
        return of(folder, NO_VERSIONS, first);
    }

    /** The campaigns of a folder and the versions of them that are kept. */
    public static Campaigns of(Path folder, Path versions) {
        return of(folder, versions, null);
    }

    private static Campaigns of(Path folder, Path versions, @Nullable String first) {
        return new Campaigns(new CampaignProperties(folder, versions, first, null), new VersionShelf(folder, versions));
    }
}
