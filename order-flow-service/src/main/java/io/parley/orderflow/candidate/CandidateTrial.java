package io.parley.orderflow.candidate;

import io.parley.contracts.FaultException;
import io.parley.contracts.candidate.CandidateReport;
import io.parley.contracts.candidate.CandidateView;
import io.parley.contracts.candidate.CandidateWish;
import io.parley.orderflow.archive.TurnArchive;
import io.parley.orderflow.background.BackgroundRun;
import io.parley.orderflow.background.RunState;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.turn.Audition;
import io.parley.orderflow.turn.TurnRecord;
import io.parley.orderflow.turn.TurnSeal;
import io.parley.session.SealedTurn;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays conversations that were had with a candidate and compares. */
final class CandidateTrial implements BackgroundRun {

    private static final Logger log = LoggerFactory.getLogger(CandidateTrial.class);

    private final String id;
    private final String campaign;
    private final CandidateWish wish;
    private final Optional<OfferedCampaign> edited;
    private final List<String> conversations;
    private final Parts parts;
    private final CandidateTally tally;
    private final AtomicInteger played = new AtomicInteger();
    private final RunState state = new RunState();

    /** What it is made with. */
    record Parts(Campaigns campaigns, TurnArchive archive, TurnSeal seal, Audition audition) {}

    /**
     * @param wish complete and checked
     * @param edited the version of the campaign that is tried, if it is not the one each conversation began with
     */
    CandidateTrial(
            String id,
            OfferedCampaign onSale,
            CandidateWish wish,
            Optional<OfferedCampaign> edited,
            List<String> conversations,
            Parts parts) {
        this.id = id;
        this.campaign = onSale.campaign().id();
        this.wish = wish;
        this.edited = edited;
        this.conversations = List.copyOf(conversations);
        this.parts = parts;
        this.tally = new CandidateTally(wish, onSale.campaign().currency().getCurrencyCode());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String campaign() {
        return campaign;
    }

    @Override
    public void run() {
        try {
            for (String conversation : conversations) {
                if (state.isStopped()) {
                    break;
                }
                play(conversation);
                played.incrementAndGet();
            }
        } catch (RuntimeException e) {
            state.fail("trial " + id, e);
        }
        state.end();
    }

    @Override
    public void cancel() {
        state.cancel();
    }

    @Override
    public boolean isOver() {
        return state.isOver();
    }

    CandidateWish wish() {
        return wish;
    }

    /** Why the candidate shall not be put to use; nothing while the trial is not completed. */
    Optional<List<String>> refusals() {
        return status().equals("completed") ? Optional.of(report().refusals()) : Optional.empty();
    }

    CandidateView view() {
        return new CandidateView(
                id, campaign, status(), wish, played.get(), conversations.size(), report(), state.failure());
    }

    private CandidateReport report() {
        return tally.report();
    }

    private String status() {
        return state.status(played.get() == conversations.size());
    }

    private void play(String conversation) {
        List<TurnRecord> then;
        try {
            then = parts.archive().of(conversation).stream()
                    .map((SealedTurn turn) -> parts.seal().open(turn))
                    // What is said to a person is no matter of the candidate's.
                    .takeWhile(turn -> turn.before().handOff() == null)
                    .toList();
        } catch (IllegalStateException e) {
            tally.addUnreadable();
            return;
        }
        if (then.isEmpty() || then.getFirst().turn() != 1) {
            // Its beginning is older than what the archive keeps.
            tally.addUnreadable();
            return;
        }
        OfferedCampaign begunWith =
                parts.campaigns().begunWith(campaign, then.getFirst().campaignVersion());
        Audition.Cast cast = new Audition.Cast(
                edited.orElse(begunWith), Optional.ofNullable(wish.nextState()), Optional.ofNullable(wish.answers()));
        try {
            tally.add(then, parts.audition().play(then, cast));
        } catch (FaultException e) {
            throw e;
        } catch (RuntimeException e) {
            // Not the message: it may quote the customer.
            log.atWarn()
                    .addKeyValue("conversation", conversation)
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a recorded conversation cannot be played with the candidate");
            tally.add(then, List.of());
        }
    }
}
