package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignProblem;
import io.parley.campaign.Proof;
import io.parley.contracts.chat.CampaignValidation;
import io.parley.contracts.chat.CampaignView;
import io.parley.contracts.chat.Offer;
import io.parley.orderflow.campaign.Campaigns;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be bought, for everybody; and the campaigns behind it, for operators. */
@RestController
final class OfferController {

    private final Campaigns campaigns;
    private final Readiness readiness;

    OfferController(Campaigns campaigns, Readiness readiness) {
        this.campaigns = campaigns;
        this.readiness = readiness;
    }

    @GetMapping("/offers")
    List<Offer> offers() {
        return campaigns.all().stream()
                .flatMap(entry -> entry.offered().stream())
                .map(offered -> new Offer(
                        offered.campaign().id(),
                        offered.campaign().title(),
                        offered.campaign().locale().toLanguageTag(),
                        readiness.isReady(offered)))
                .toList();
    }

    @GetMapping("/campaigns")
    List<CampaignView> campaigns() {
        return campaigns.all().stream().map(this::view).toList();
    }

    /** Reads the folder anew, lists every problem, and tells what was proved and what nothing covers. */
    @PostMapping("/campaigns/{campaign}/validations")
    CampaignValidation validate(@PathVariable String campaign) {
        Campaigns.Checked checked = campaigns.validate(campaign);
        return CampaignValidation.of(
                view(checked.entry()),
                checked.proofs().stream().map(Proof::view).toList(),
                checked.coverage().orElse(null));
    }

    private CampaignView view(Campaigns.Entry entry) {
        List<String> problems =
                entry.problems().stream().map(CampaignProblem::toString).toList();
        return entry.offered()
                .map(offered -> {
                    Campaign campaign = offered.campaign();
                    return new CampaignView(
                            campaign.id(),
                            campaign.title(),
                            campaign.locale().toLanguageTag(),
                            campaign.version(),
                            readiness.isReady(offered),
                            campaign.states().size(),
                            campaign.facts().size(),
                            problems);
                })
                .orElseGet(() -> new CampaignView(
                        entry.id(), entry.id(), Locale.ROOT.toLanguageTag(), "", false, 0, 0, problems));
    }
}
