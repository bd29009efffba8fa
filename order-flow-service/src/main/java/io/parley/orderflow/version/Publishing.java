package io.parley.orderflow.version;

import io.parley.campaign.State;
import io.parley.campaign.version.KeptVersion;
import io.parley.campaign.version.Publication;
import io.parley.campaign.version.VersionShelf;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.ReservedState;
import io.parley.contracts.candidate.CandidateVerdict;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.version.CampaignVersionView;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.candidate.Candidates;
import io.parley.orderflow.policy.Models;
import io.parley.orderflow.policy.NextStateQuestion;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts versions on sale. Conversations under way stay with the version they began with. */
@Component
final class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);
    private static final MaskedText PROBE = new MaskedText("hello");

    private final VersionShelf shelf;
    private final KeptVersions versions;
    private final Campaigns campaigns;
    private final Models models;
    private final Candidates candidates;
    private final Clock clock;

    Publishing(
            VersionShelf shelf,
            KeptVersions versions,
            Campaigns campaigns,
            Models models,
            Candidates candidates,
            Clock clock) {
        this.shelf = shelf;
        this.versions = versions;
        this.campaigns = campaigns;
        this.models = models;
        this.candidates = candidates;
        this.clock = clock;
    }

    /**
     * Puts a version on sale.
     *
     * @param expected the version that the operator saw on sale, if they say so
     * @param insisted whether it is put on sale although its trial says otherwise
     * @throws FaultException {@link Fault#CAMPAIGN_VERSION_NOT_FOUND}, {@link Fault#CAMPAIGN_VERSION_NOT_LEARNT},
     *     {@link Fault#CAMPAIGN_CHANGED}, {@link Fault#CANDIDATE_REFUSED}, {@link Fault#MODEL_TIMED_OUT}
     */
    synchronized CampaignVersionView publish(String campaign, int number, OptionalInt expected, boolean insisted) {
        KeptVersion version = versions.kept(campaign, number);
        requireExpected(campaign, expected);
        if (!versions.view(campaign, version).onSale()) {
            if (!insisted) {
                requireAdmitted(campaign, number);
            }
            requireLearnt(Campaigns.offered(shelf.folder(campaign, number)));
            shelf.publish(campaign, number, clock.instant());
            campaigns.renew(campaign);
            log.atInfo()
                    .addKeyValue("campaign", campaign)
                    .addKeyValue("version", number)
                    .log("a version of a campaign is on sale");
        }
        return versions.view(campaign, version);
    }

    /**
     * Puts on sale again what was before.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_VERSION_NOT_FOUND} if nothing was; else as {@link #publish}
     */
    synchronized CampaignVersionView rollBack(String campaign) {
        List<CampaignVersionView> all = versions.all(campaign);
        int current = all.stream()
                .filter(CampaignVersionView::onSale)
                .mapToInt(CampaignVersionView::number)
                .findFirst()
                .orElse(0);
        List<Integer> published = shelf.publications(campaign).stream()
                .map(Publication::number)
                .filter(number -> number != current)
                .toList();
        int before = published.isEmpty()
                ? all.stream()
                        .filter(version -> version.origin().equals(KeptVersion.Origin.FOLDER.label()))
                        .mapToInt(CampaignVersionView::number)
                        .filter(number -> number != current)
                        .findFirst()
                        .orElseThrow(() -> new FaultException(
                                Fault.CAMPAIGN_VERSION_NOT_FOUND,
                                "No other version of " + campaign + " was on sale before."))
                : published.getLast();
        return publish(campaign, before, OptionalInt.empty(), true);
    }

    private void requireExpected(String campaign, OptionalInt expected) {
        if (expected.isPresent()
                && !versions.view(campaign, versions.kept(campaign, expected.getAsInt()))
                        .onSale()) {
            throw new FaultException(
                    Fault.CAMPAIGN_CHANGED,
                    "Version " + expected.getAsInt() + " of " + campaign
                            + " is not on sale any more; list the versions.");
        }
    }

    private void requireAdmitted(String campaign, int number) {
        CandidateVerdict verdict = candidates.onCampaignVersion(campaign, number);
        if (!verdict.isAdmitted()) {
            throw new FaultException(
                    Fault.CANDIDATE_REFUSED,
                    "Version " + number + " of " + campaign + " is not put on sale: "
                            + String.join("; ", verdict.refusals()) + ". Insist on it if that is meant.",
                    verdict.refusals());
        }
    }

    /** A state that the network never heard of could not be reached by what customers say. */
    private void requireLearnt(OfferedCampaign offered) {
        Set<String> unknown = new TreeSet<>();
        for (State state : offered.campaign().states().values()) {
            if (!state.isFinal()) {
                models
                        .nextState(new NextStateQuestion(
                                "probe",
                                offered.campaign().id(),
                                state.id(),
                                offered.machine().possibleNext(state.id()),
                                PROBE,
                                List.of()))
                        .orElseThrow(() -> new FaultException(
                                Fault.MODEL_TIMED_OUT,
                                "The next-state model does not answer, so nobody knows whether it has learnt the version;"
                                        + " try again."))
                        .ranking()
                        .stream()
                        // It ranks what it was not trained for, and never proposes it.
                        .filter(scored -> scored.probability() == 0)
                        .map(ScoredState::state)
                        .filter(label -> ReservedState.of(label).isEmpty())
                        .forEach(unknown::add);
            }
        }
        if (!unknown.isEmpty()) {
            throw new FaultException(
                    Fault.CAMPAIGN_VERSION_NOT_LEARNT,
                    "The next-state model in use knows nothing of " + String.join(", ", unknown)
                            + ". Train it on the version and activate it first.");
        }
    }
}
