package io.parley.campaign;

import java.util.Optional;

/** Everything about a flow and its facts that cannot be said of one key alone. */
final class CampaignCheck {

    private CampaignCheck() {}

    static void check(Campaign campaign, Tree flow, Report flowReport, Optional<Tree> facts, Report factsReport) {
        Lines lines = new Lines(flow);
        new GraphCheck(campaign, lines, flowReport).check();
    }
}
