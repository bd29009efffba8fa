package io.parley.orderflow.candidate;

import io.parley.campaign.version.VersionShelf;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.candidate.CandidateVerdict;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.orderflow.archive.Selection;
import io.parley.orderflow.archive.TurnArchive;
import io.parley.orderflow.background.LatestRuns;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.turn.Audition;
import io.parley.orderflow.turn.TurnSeal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Begins trials of candidates, and says whether one may be put to use. */
@Service
public final class Candidates {

    private static final int MOST = 1_000_000;

    private final Campaigns campaigns;
    private final VersionShelf shelf;
    private final CandidateTrial.Parts parts;
    private final CandidateProperties properties;
    private final Clock clock;
    private final LatestRuns<CandidateTrial> latest =
            new LatestRuns<>("candidate's trial", Fault.CHECK_RUNNING, Fault.CHECK_NOT_FOUND);

    Candidates(
            Campaigns campaigns,
            VersionShelf shelf,
            TurnArchive archive,
            TurnSeal seal,
            Audition audition,
            CandidateProperties properties,
            Clock clock) {
        this.campaigns = campaigns;
        this.shelf = shelf;
        this.parts = new CandidateTrial.Parts(campaigns, archive, seal, audition);
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Begins one.
     *
     * @throws FaultException {@link Fault#CAMPAIGN_NOT_FOUND}, {@link Fault#CAMPAIGN_VERSION_NOT_FOUND},
     *     {@link Fault#REQUEST_INVALID}, {@link Fault#CHECK_RUNNING}
     */
    CandidateTrial begin(String campaign, CandidateWish request) {
        require(request);
        CandidateWish wish = request.complete();
        OfferedCampaign onSale = campaigns.offered(campaign);
        Optional<OfferedCampaign> edited =
                Optional.ofNullable(wish.campaignVersion()).map(it -> version(campaign, it));
        Selection selection = new Selection(
                Optional.of(campaign),
                Optional.of(clock.instant().minus(Duration.ofDays(Objects.requireNonNull(wish.days())))),
                Boolean.TRUE.equals(wish.rehearsals()));
        return latest.begin(() -> new CandidateTrial(
                UUID.randomUUID().toString(),
                onSale,
                wish,
                edited,
                parts.archive().conversations(selection, "", MOST),
                parts));
    }

    /**
     * @throws FaultException {@link Fault#CHECK_NOT_FOUND}
     */
    CandidateTrial get(String campaign, String id) {
        return latest.get(campaign, id);
    }

    /** Whether a version of the next-state model may be put to use. */
    CandidateVerdict onNextState(String campaign, String version) {
        return verdict(campaign, version, CandidateWish::nextState);
    }

    /** Whether a version of the answer model may be put to use. */
    CandidateVerdict onAnswers(String campaign, String version) {
        return verdict(campaign, version, CandidateWish::answers);
    }

    /** Whether a version of the campaign may be put to use. */
    public CandidateVerdict onCampaignVersion(String campaign, int version) {
        return verdict(campaign, version, CandidateWish::campaignVersion);
    }

    private <V> CandidateVerdict verdict(String campaign, V version, Function<CandidateWish, @Nullable V> tried) {
        return latest.latest(trial -> trial.campaign().equals(campaign)
                        && version.equals(tried.apply(trial.wish()))
                        && trial.refusals().isPresent())
                .flatMap(CandidateTrial::refusals)
                .map(CandidateVerdict::new)
                .orElseGet(() -> new CandidateVerdict(
                        properties.trialRequired()
                                ? List.of("it was not tried on conversations that were had")
                                : List.of()));
    }

    private OfferedCampaign version(String campaign, int number) {
        if (shelf.version(campaign, number).isEmpty()) {
            throw new FaultException(
                    Fault.CAMPAIGN_VERSION_NOT_FOUND,
                    "The campaign " + campaign + " has no version " + number + "; list those it has.");
        }
        return Campaigns.offered(shelf.folder(campaign, number));
    }

    private static void require(CandidateWish wish) {
        List<String> problems = new ArrayList<>();
        if (wish.nextState() == null && wish.answers() == null && wish.campaignVersion() == null) {
            problems.add("there is no candidate; give nextState, answers or campaignVersion");
        }
        if (wish.days() != null && wish.days() < 1) {
            problems.add("days is " + wish.days() + "; give at least 1");
        }
        requireShare("mostDiverged", wish.mostDiverged(), problems);
        requireShare("mostLost", wish.mostLost(), problems);
        if (!problems.isEmpty()) {
            throw new FaultException(Fault.REQUEST_INVALID, String.join("; ", problems), problems);
        }
    }

    private static void requireShare(String name, @Nullable Double share, List<String> problems) {
        if (share != null && !(share >= 0 && share <= 1)) {
            problems.add(name + " is " + share + "; give a share between 0 and 1");
        }
    }
}
