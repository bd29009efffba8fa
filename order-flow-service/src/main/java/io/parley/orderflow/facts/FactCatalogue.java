package io.parley.orderflow.facts;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import io.parley.contracts.fact.FactVersion;
import io.parley.contracts.fact.FactView;
import io.parley.orderflow.campaign.Campaigns;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows operators the facts of a campaign, those of its folder and those they wrote. */
@Component
final class FactCatalogue {

    private final Campaigns campaigns;
    private final FactVersions versions;
    private final FactsOnSale onSale;

    FactCatalogue(Campaigns campaigns, FactVersions versions, FactsOnSale onSale) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.onSale = onSale;
    }

    /** Every fact in the order of its id, deleted ones too. */
    List<FactView> all(String campaign) {
        Campaign folder = campaigns.written(campaign).campaign();
        onSale.follow();
        ChangedFacts changed = onSale.of(campaign);
        return Stream.concat(
                        folder.facts().stream().map(Fact::id),
                        changed.overlay().changes().stream().map(FactChange::fact))
                .distinct()
                .sorted()
                .map(id -> view(id, folder, changed, changed.overlay().change(id), null))
                .toList();
    }

    /**
     * A fact with its earlier versions.
     *
     * @throws FaultException {@link Fault#FACT_NOT_FOUND} if it never was
     */
    FactView one(String campaign, String id) {
        Campaign folder = campaigns.written(campaign).campaign();
        onSale.follow();
        List<FactChange> changes = versions.all(campaign, id);
        Optional<FactVersion> first =
                folder.fact(id).map(fact -> new FactVersion(0, FactStatus.FOLDER, fact.content(), null));
        if (changes.isEmpty() && first.isEmpty()) {
            throw FactEditing.notFound(campaign, id);
        }
        List<FactVersion> earlier = Stream.concat(
                        changes.stream().skip(1).map(change -> version(change, folder)),
                        changes.isEmpty() ? Stream.empty() : first.stream())
                .toList();
        return view(id, folder, onSale.of(campaign), changes.stream().findFirst(), earlier);
    }

    private static FactView view(
            String id,
            Campaign folder,
            ChangedFacts changed,
            Optional<FactChange> latest,
            @Nullable List<FactVersion> earlier) {
        FactVersion current = latest.map(change -> version(change, folder))
                .orElseGet(() -> new FactVersion(0, FactStatus.FOLDER, written(folder, id), null));
        return new FactView(id, current, changed.problems(id), earlier);
    }

    private static FactVersion version(FactChange change, Campaign folder) {
        FactContent content = switch (change.status()) {
            case FOLDER -> written(folder, change.fact());
            case EDITED -> change.content();
            case DELETED -> null;
        };
        return new FactVersion(change.version(), change.status(), content, change.changedAt());
    }

    private static @Nullable FactContent written(Campaign folder, String id) {
        return folder.fact(id).map(Fact::content).orElse(null);
    }
}
