package io.parley.orderflow.rehearsal;

import io.parley.contracts.chat.ConversationTestReport;
import io.parley.orderflow.campaign.Campaigns;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conversation tests over HTTP, for operators. */
@RestController
final class RehearsalController {

    private final Campaigns campaigns;
    private final Rehearsal rehearsal;

    RehearsalController(Campaigns campaigns, Rehearsal rehearsal) {
        this.campaigns = campaigns;
        this.rehearsal = rehearsal;
    }

    @PostMapping("/campaigns/{campaign}/tests")
    ConversationTestReport play(@PathVariable String campaign) {
        return rehearsal.play(campaigns.offered(campaign));
    }
}
