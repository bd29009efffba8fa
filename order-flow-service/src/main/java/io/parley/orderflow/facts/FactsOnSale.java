package io.parley.orderflow.facts;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.campaign.FactOverlay;
import io.parley.campaign.FactReading;
import io.parley.contracts.fact.FactChange;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has customers told the facts as the database and the folders together have them. What was changed at another instance is
 * seen within a second.
 */
@Component
final class FactsOnSale {

    private static final Logger log = LoggerFactory.getLogger(FactsOnSale.class);

    private final Campaigns campaigns;
    private final FactVersions versions;
    private final FactProof proof;

    private volatile Map<String, ChangedFacts> changed = Map.of();
    private Seen seen = new Seen(0, 0);

    FactsOnSale(Campaigns campaigns, FactVersions versions, FactProof proof) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.proof = proof;
        follow();
    }

    /** What operators changed of a campaign's facts, as far as this instance knows. */
    ChangedFacts of(String campaign) {
        return changed.getOrDefault(campaign, ChangedFacts.NONE);
    }

    /** Follows the database at once. */
    synchronized void follow() {
        Seen now = new Seen(versions.count(), campaigns.renewals());
        if (now.equals(seen)) {
            return;
        }
        Map<String, List<FactChange>> byCampaign =
                versions.latest().stream().collect(Collectors.groupingBy(FactChange::campaign));
        Map<String, ChangedFacts> found = new HashMap<>();
        for (Campaigns.Entry entry : campaigns.all()) {
            List<FactChange> changes = byCampaign.getOrDefault(entry.id(), List.of());
            if (entry.offered().isPresent() && !changes.isEmpty()) {
                found.put(entry.id(), retell(campaigns.written(entry.id()), FactOverlay.of(changes)));
            }
        }
        changed = Map.copyOf(found);
        seen = now;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            follow();
        } catch (DataAccessException e) {
            log.atWarn().addKeyValue("cause", e.toString()).log("changed facts cannot be read; what is known stays");
        }
    }

    /**
     * @param changes how many changes of facts there are
     * @param renewals how often a campaign was renewed
     */
    private record Seen(long changes, int renewals) {}

    private ChangedFacts retell(OfferedCampaign offered, FactOverlay overlay) {
        Campaign folder = offered.campaign();
        List<Fact> facts = overlay.over(folder.facts());
        FactReading reading = proof.read(folder.withFacts(facts), overlay.written());
        ChangedFacts found = ChangedFacts.of(overlay, reading);
        Set<String> unusable = new HashSet<>(found.unusable());
        if (!unusable.isEmpty()) {
            log.atWarn()
                    .addKeyValue("campaign", folder.id())
                    .addKeyValue("facts", unusable)
                    .log("changed facts do not fit their campaign any more and are told to nobody");
        }
        campaigns.retell(
                folder.id(),
                facts.stream().filter(fact -> !unusable.contains(fact.id())).toList());
        return found;
    }
}
