package io.parley.orderflow.version;

import io.parley.campaign.version.VersionShelf;
import io.parley.contracts.chat.ConversationTestReport;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.rehearsal.Rehearsal;
import org.springframework.stereotype.Component;

/** Plays the conversation tests of a version before it is on sale, with the models in use. */
@Component
final class VersionTrial {

    private final VersionShelf shelf;
    private final KeptVersions versions;
    private final Campaigns campaigns;
    private final Rehearsal rehearsal;

    VersionTrial(VersionShelf shelf, KeptVersions versions, Campaigns campaigns, Rehearsal rehearsal) {
        this.shelf = shelf;
        this.versions = versions;
        this.campaigns = campaigns;
        this.rehearsal = rehearsal;
    }

    ConversationTestReport play(String campaign, int number) {
        versions.kept(campaign, number);
        OfferedCampaign offered = Campaigns.offered(shelf.folder(campaign, number));
        try (Campaigns.Engagement engagement = campaigns.engage(offered)) {
            return rehearsal.play(offered);
        }
    }
}
