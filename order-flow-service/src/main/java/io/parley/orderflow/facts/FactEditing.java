package io.parley.orderflow.facts;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.fact.FactChange;
import io.parley.contracts.fact.FactContent;
import io.parley.contracts.fact.FactStatus;
import io.parley.orderflow.campaign.Campaigns;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Changes facts: checked first, then kept, then told to customers here; the others hear of it from the database and the
 * topic. An {@code expected} version is the one the operator has seen, 0 for the folder's.
 */
@Component
final class FactEditing {

    private static final Logger log = LoggerFactory.getLogger(FactEditing.class);

    /** How often the next version is tried when others write the same fact at the same moment. */
    private static final int ATTEMPTS = 5;

    private final Campaigns campaigns;
    private final FactVersions versions;
    private final FactsOnSale onSale;
    private final FactProof proof;
    private final Clock clock;

    FactEditing(Campaigns campaigns, FactVersions versions, FactsOnSale onSale, FactProof proof, Clock clock) {
        this.campaigns = campaigns;
        this.versions = versions;
        this.onSale = onSale;
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * Writes a fact, be it new or there already. What says the same as before changes nothing.
     *
     * @throws FaultException {@link Fault#FACT_INVALID}, {@link Fault#FACT_CHANGED}
     */
    void put(String campaign, String id, JsonNode body, OptionalInt expected) {
        onSale.follow();
        FactContent content =
                proof.read(campaigns.offered(campaign).campaign(), id, body).content();
        change(campaign, id, expected, known -> {
            boolean same = content.equals(known.map(FactChange::content).orElse(null));
            return same ? Optional.empty() : Optional.of(new Wish(FactStatus.EDITED, content));
        });
    }

    /**
     * Deletes a fact.
     *
     * @throws FaultException {@link Fault#FACT_NOT_FOUND}, {@link Fault#FACT_CHANGED}
     */
    void delete(String campaign, String id, OptionalInt expected) {
        boolean inFolder = written(campaign, id).isPresent();
        change(campaign, id, expected, known -> {
            FactStatus status = known.map(FactChange::status).orElse(FactStatus.FOLDER);
            if (status == FactStatus.DELETED || (status == FactStatus.FOLDER && !inFolder)) {
                throw notFound(campaign, id);
            }
            return Optional.of(new Wish(FactStatus.DELETED, null));
        });
    }

    /**
     * Makes a fact what it was in an earlier version, by a new version.
     *
     * @param to 0 for what the folder has
     * @throws FaultException {@link Fault#FACT_VERSION_NOT_FOUND}, {@link Fault#FACT_CHANGED}; {@link Fault#FACT_INVALID} if
     *     that version does not fit the campaign any more
     */
    void rollBack(String campaign, String id, int to, OptionalInt expected) {
        onSale.follow();
        Wish wish = earlier(campaign, id, to);
        if (wish.content() != null) {
            proof.require(campaigns.offered(campaign).campaign(), Fact.of(wish.content()));
        }
        change(campaign, id, expected, known -> {
            boolean same = known.filter(it -> it.version() == to).isPresent() || (known.isEmpty() && to == 0);
            return same ? Optional.empty() : Optional.of(wish);
        });
    }

    private Wish earlier(String campaign, String id, int to) {
        if (to == 0) {
            if (written(campaign, id).isEmpty()) {
                throw noVersion(id, to);
            }
            return new Wish(FactStatus.FOLDER, null);
        }
        return versions.all(campaign, id).stream()
                .filter(change -> change.version() == to)
                .findFirst()
                .map(change -> new Wish(change.status(), change.content()))
                .orElseThrow(() -> noVersion(id, to));
    }

    private Optional<Fact> written(String campaign, String id) {
        Campaign folder = campaigns.written(campaign).campaign();
        return folder.fact(id);
    }

    private void change(String campaign, String id, OptionalInt expected, Decision decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FactChange> known = versions.latest(campaign, id);
            int version = known.map(FactChange::version).orElse(0);
            if (expected.isPresent() && expected.getAsInt() != version) {
                throw changed(id, version, expected.getAsInt());
            }
            Optional<Wish> wish = decision.on(known);
            if (wish.isEmpty() || isAdded(campaign, id, version + 1, wish.get())) {
                onSale.follow();
                return;
            }
        }
        throw new FaultException(
                Fault.FACT_CHANGED, "Others are changing the fact " + id + " at this moment; read it and try again.");
    }

    /** Whether nobody else was faster. */
    private boolean isAdded(String campaign, String id, int version, Wish wish) {
        try {
            // As exact as the database keeps it, so that what is published first is what is published again.
            versions.add(new FactChange(
                    campaign,
                    id,
                    version,
                    wish.status(),
                    wish.content(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        } catch (DuplicateKeyException e) {
            return false;
        }
        log.atInfo()
                .addKeyValue("campaign", campaign)
                .addKeyValue("fact", id)
                .addKeyValue("version", version)
                .addKeyValue("status", wish.status().label())
                .log("a fact was changed");
        return true;
    }

    private static FaultException changed(String id, int version, int expected) {
        return new FaultException(
                Fault.FACT_CHANGED,
                "The fact " + id + " is at version " + version + " by now, not at " + expected
                        + ". Read it, and send your change with that version if it still makes sense.");
    }

    static FaultException notFound(String campaign, String id) {
        return new FaultException(
                Fault.FACT_NOT_FOUND,
                "The campaign " + campaign + " has no fact '" + id + "'; list them for their ids.");
    }

    private static FaultException noVersion(String id, int version) {
        return new FaultException(
                Fault.FACT_VERSION_NOT_FOUND,
                "The fact " + id + " has no version " + version + "; read it for those it has.");
    }
}
