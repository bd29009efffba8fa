package io.parley.orderflow.mutation;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.orderflow.background.LatestRuns;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.rehearsal.Rehearsal;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Begins mutation runs. */
@Service
final class MutationRuns {

    /** Turns mostly wait for the models, so more than there are cores. */
    private static final int AT_ONCE = 4;

    private final Campaigns campaigns;
    private final Rehearsal rehearsal;
    private final LatestRuns<MutationRun> latest =
            new LatestRuns<>("mutation run", Fault.CHECK_RUNNING, Fault.CHECK_NOT_FOUND);

    MutationRuns(Campaigns campaigns, Rehearsal rehearsal) {
        this.campaigns = campaigns;
        this.rehearsal = rehearsal;
    }

    /**
     * Begins one.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}, {@link Fault#CAMPAIGN_INVALID},
     *     {@link Fault#REQUEST_INVALID} if it has no conversation test, {@link Fault#CHECK_RUNNING}
     */
    MutationRun begin(String campaign) {
        OfferedCampaign offered = campaigns.offered(campaign);
        if (offered.tests().isEmpty()) {
            throw new FaultException(
                    Fault.REQUEST_INVALID,
                    "The campaign " + campaign + " has no conversation test that could notice anything; write one.");
        }
        return latest.begin(
                () -> new MutationRun(UUID.randomUUID().toString(), offered, campaigns, rehearsal, AT_ONCE));
    }

    /**
     * @throws FaultException {@link Fault#CHECK_NOT_FOUND}
     */
    MutationRun get(String campaign, String id) {
        return latest.get(campaign, id);
    }
}
