package io.parley.orderflow.version;

import io.parley.campaign.version.CampaignFiles;
import io.parley.campaign.version.KeptVersion;
import io.parley.campaign.version.VersionShelf;
import io.parley.orderflow.campaign.Campaigns;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what stands in the campaigns' folder at the start, so that conversations of today can be finished when the folder was
 * edited; and follows what other instances publish, within a second.
 */
@Component
final class FolderVersions {

    private static final Logger log = LoggerFactory.getLogger(FolderVersions.class);

    private final VersionShelf shelf;
    private final Campaigns campaigns;
    private final Clock clock;
    private final Map<String, String> onSale = new HashMap<>();

    FolderVersions(VersionShelf shelf, Campaigns campaigns, Clock clock) {
        this.shelf = shelf;
        this.campaigns = campaigns;
        this.clock = clock;
        campaigns.all().forEach(this::keep);
        shelf.ids().forEach(id -> onSale.put(id, last(id)));
    }

    private void keep(Campaigns.Entry entry) {
        if (entry.offered().isEmpty()
                || shelf.published(entry.id()).isPresent()
                || shelf.written(entry.id()).isEmpty()) {
            return;
        }
        try {
            shelf.keep(
                    entry.id(),
                    CampaignFiles.in(shelf.written(entry.id()).get()),
                    entry.offered().get().campaign().version(),
                    KeptVersion.Origin.FOLDER,
                    0,
                    "",
                    clock.instant());
        } catch (UncheckedIOException e) {
            log.atWarn()
                    .addKeyValue("campaign", entry.id())
                    .addKeyValue("cause", String.valueOf(e.getMessage()))
                    .log(
                            "the campaign's version is not kept; if its folder is edited, conversations go on with the edited one");
        }
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            for (String id : shelf.ids()) {
                String last = last(id);
                if (!last.equals(onSale.put(id, last))) {
                    campaigns.renew(id);
                }
            }
        } catch (UncheckedIOException e) {
            log.atWarn()
                    .addKeyValue("cause", String.valueOf(e.getMessage()))
                    .log("published versions cannot be read; what is on sale stays");
        }
    }

    private String last(String campaign) {
        return String.valueOf(shelf.publications(campaign));
    }
}
