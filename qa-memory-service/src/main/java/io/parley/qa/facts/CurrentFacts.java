package io.parley.qa.facts;

import io.parley.campaign.Example;
import io.parley.campaign.Fact;
import io.parley.campaign.FactOverlay;
import io.parley.campaign.Reading;
import io.parley.contracts.FaultException;
import io.parley.contracts.fact.FactChange;
import io.parley.modelservice.campaigns.Campaigns;
import io.parley.qa.recall.KnownFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The facts a model was trained on, as operators changed them since. */
@Component
final class CurrentFacts {

    private static final Logger log = LoggerFactory.getLogger(CurrentFacts.class);

    private final Campaigns campaigns;

    CurrentFacts(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /**
     * The facts there are now. One that was changed is found by the askings it has now and, as a training would have it, by
     * the rows of {@code utterances.csv} that name it; one that was not changed stays as it was trained on.
     */
    List<KnownFact> of(String campaign, List<KnownFact> trained, FactOverlay overlay) {
        Map<String, KnownFact> changed = new TreeMap<>();
        Optional<Reading> folder = reading(campaign);
        for (FactChange change : overlay.changes()) {
            now(change, folder).ifPresent(fact -> changed.put(change.fact(), known(fact, folder)));
        }
        List<KnownFact> facts = new ArrayList<>();
        for (KnownFact fact : trained) {
            if (overlay.change(fact.id()).isEmpty()) {
                facts.add(fact);
            } else {
                Optional.ofNullable(changed.remove(fact.id())).ifPresent(facts::add);
            }
        }
        facts.addAll(changed.values());
        return facts;
    }

    private Optional<Reading> reading(String campaign) {
        try {
            return Optional.of(campaigns.asFarAsRead(campaign));
        } catch (FaultException e) {
            log.atWarn()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("fault", e.fault().code())
                    .log("changed facts go without what the campaign's folder says of them");
            return Optional.empty();
        }
    }

    private static Optional<Fact> now(FactChange change, Optional<Reading> folder) {
        return switch (change.status()) {
            case FOLDER -> folder.flatMap(Reading::campaign).flatMap(campaign -> campaign.fact(change.fact()));
            case EDITED -> Optional.ofNullable(change.content()).map(Fact::of);
            case DELETED -> Optional.empty();
        };
    }

    private static KnownFact known(Fact fact, Optional<Reading> folder) {
        List<String> said = folder.map(Reading::examples).orElse(List.of()).stream()
                .filter(example -> example.fact().filter(fact.id()::equals).isPresent())
                .map(Example::text)
                .map(text -> text.value())
                .toList();
        return KnownFact.of(fact, said);
    }
}
