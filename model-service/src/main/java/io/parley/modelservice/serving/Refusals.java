package io.parley.modelservice.serving;

import io.parley.contracts.FaultException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Versions that should be in use and cannot be loaded, by campaign. Thread-safe. */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final String role;
    private final Map<String, Refusal> byCampaign = new ConcurrentHashMap<>();

    /** @param role what the versions should be, as the log tells it */
    Refusals(String role) {
        this.role = role;
    }

    /** Notes one. It is logged when it is new. */
    void note(String campaign, String version, FaultException why) {
        Refusal refusal = new Refusal(version, String.valueOf(why.getMessage()));
        if (!refusal.equals(byCampaign.put(campaign, refusal))) {
            log.atError()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("version", version)
                    .addKeyValue("fault", why.fault().code())
                    .setCause(why)
                    .log("the {} cannot be loaded; it is tried again", role);
        }
    }

    void forget(String campaign) {
        byCampaign.remove(campaign);
    }

    Optional<Refusal> of(String campaign) {
        return Optional.ofNullable(byCampaign.get(campaign));
    }

    int count() {
        return byCampaign.size();
    }

    /** What cannot be loaded, and why. */
    record Refusal(String version, String why) {}
}
