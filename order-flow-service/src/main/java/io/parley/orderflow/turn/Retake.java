package io.parley.orderflow.turn;

import io.parley.contracts.FaultException;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.policy.VersionedModels;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plays a recorded turn again, by the code that plays live turns; nothing takes effect. */
@Component
public final class Retake {

    private final Campaigns campaigns;
    private final Act act;

    Retake(Campaigns campaigns, Act act) {
        this.campaigns = campaigns;
        this.act = act;
    }

    /**
     * A turn that was played again.
     *
     * @param record what would be recorded of it now
     * @param fromRecord models whose replies were taken from the record, because the versions are gone
     */
    public record Retaken(TurnRecord record, List<String> fromRecord) {}

    /** What of the campaign is no longer as the turn found it, if anything: then playing it again would tell nothing. */
    public Optional<String> changedSince(TurnRecord recorded) {
        OfferedCampaign offered;
        try {
            offered = campaigns.begunWith(recorded.campaign(), recorded.campaignVersion());
        } catch (FaultException e) {
            return Optional.of("the campaign " + recorded.campaign() + " is not offered any more");
        }
        String version = offered.campaign().version();
        if (!version.equals(recorded.campaignVersion())) {
            return Optional.of("the campaign was at version " + recorded.campaignVersion() + " and is at " + version);
        }
        String facts = recorded.factsHash();
        return facts == null || facts.equals(offered.factsHash())
                ? Optional.empty()
                : Optional.of("the facts of the campaign were changed");
    }

    /**
     * @param models who answered then, if they are still there
     * @throws FaultException as a live turn does
     */
    public Retaken play(TurnRecord recorded, VersionedModels models) {
        OfferedCampaign offered = campaigns.begunWith(recorded.campaign(), recorded.campaignVersion());
        Recalled outside = new Recalled(recorded.seen(), models);
        Witness witness = new Witness(outside);
        Words words = Words.of(recorded.said());
        Spoken spoken;
        try {
            spoken = act.play(offered, recorded.before(), recorded.turnId(), words, recorded.at(), witness);
        } catch (FaultException e) {
            throw e;
        } catch (RuntimeException e) {
            spoken = act.excuse(offered, recorded.before(), recorded.turnId(), words, recorded.at());
        }
        return new Retaken(TurnRecord.of(recorded.before(), words, spoken, witness), outside.fromRecord());
    }
}
