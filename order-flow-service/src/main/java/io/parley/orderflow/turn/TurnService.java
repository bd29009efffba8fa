package io.parley.orderflow.turn;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.CallBackView;
import io.parley.edge.Problems;
import io.parley.orderflow.callback.CallBacks;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.Orders;
import io.parley.orderflow.order.Refunds;
import io.parley.orderflow.pitch.FactsTold;
import io.parley.orderflow.review.Reviews;
import io.parley.orderflow.unanswered.UnansweredQuestions;
import io.parley.session.Exchange;
import io.parley.session.Loaded;
import io.parley.session.RedisSessionStore;
import io.parley.session.SealedTurn;
import io.parley.session.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The life of an utterance: load the session, play the turn ({@link Act}), place the order if there is one, save everything
 * in one step, the record of the turn with it, reply. One writer per conversation, in order; a repeated turn id gets the reply it
 * got before and changes nothing.
 */
@Service
public final class TurnService {

    private static final Logger log = LoggerFactory.getLogger(TurnService.class);
    private static final int SAVE_ATTEMPTS = 5;
    private static final int FRAMES_LOGGED = 15;

    private final Campaigns campaigns;
    private final RedisSessionStore sessions;
    private final Act act;
    private final TurnPlayer player;
    private final LiveOutside outside;
    private final TurnSeal seal;
    private final Orders orders;
    private final Refunds refunds;
    private final CallBacks callBacks;
    private final UnansweredQuestions unanswered;
    private final Reviews reviews;
    private final FactsTold facts;
    private final MeterRegistry meters;
    private final StepTimer steps;
    private final Problems problems;
    private final OneWriter writers;
    private final DeskBook desk;

    TurnService(
            Campaigns campaigns,
            RedisSessionStore sessions,
            Act act,
            TurnPlayer player,
            LiveOutside outside,
            TurnSeal seal,
            Orders orders,
            Refunds refunds,
            CallBacks callBacks,
            UnansweredQuestions unanswered,
            Reviews reviews,
            FactsTold facts,
            MeterRegistry meters,
            StepTimer steps,
            Problems problems,
            OneWriter writers,
            DeskBook desk) {
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.act = act;
        this.player = player;
        this.outside = outside;
        this.seal = seal;
        this.orders = orders;
        this.refunds = refunds;
        this.callBacks = callBacks;
        this.unanswered = unanswered;
        this.reviews = reviews;
        this.facts = facts;
        this.meters = meters;
        this.steps = steps;
        this.problems = problems;
        this.writers = writers;
        this.desk = desk;
    }

    /**
     * Takes one turn that was written.
     *
     * @param turnId chosen by the client, unique in the conversation
     * @param text what the customer said
     * @throws FaultException as any turn
     */
    public Exchange take(String conversation, String turnId, String text, Clock clock) {
        return take(conversation, turnId, Hearsay.written(text), clock);
    }

    /**
     * Takes one turn.
     *
     * @param turnId chosen by the client, unique in the conversation
     * @param hearsay what the customer may have said
     * @throws FaultException {@link Fault#CONVERSATION_NOT_FOUND}, {@link Fault#CONVERSATION_ENDED},
     *     {@link Fault#TURN_ID_REUSED}, {@link Fault#UTTERANCE_TOO_LONG}, {@link Fault#CONVERSATION_BUSY}
     */
    Exchange take(String conversation, String turnId, Hearsay hearsay, Clock clock) {
        Timer.Sample sample = Timer.start(meters);
        try {
            return writers.inOrder(conversation, () -> takeInOrder(conversation, turnId, hearsay, clock));
        } finally {
            sample.stop(
                    Timer.builder("parley.turn").publishPercentileHistogram().register(meters));
        }
    }

    private Exchange takeInOrder(String conversation, String turnId, Hearsay hearsay, Clock clock) {
        for (int attempt = 0; attempt < SAVE_ATTEMPTS; attempt++) {
            Witness witness = new Witness(outside);
            try {
                Optional<Exchange> exchange = attempt(conversation, turnId, hearsay, clock, witness);
                if (exchange.isPresent()) {
                    return exchange.get();
                }
            } finally {
                steps.show(witness.steps());
            }
        }
        throw new FaultException(
                Fault.CONVERSATION_BUSY, "Another turn of this conversation is being taken; send this one again.");
    }

    /** @return nothing if somebody else saved the session meanwhile */
    private Optional<Exchange> attempt(
            String conversation, String turnId, Hearsay hearsay, Clock clock, Witness witness) {
        Loaded loaded = witness.timed("load", () -> sessions.load(conversation, turnId))
                .orElseThrow(() -> notFound(conversation));
        if (loaded.earlier().isPresent()) {
            return Optional.of(repeated(loaded.earlier().get(), hearsay));
        }
        Session before = loaded.session();
        OfferedCampaign offered = campaigns.begunWith(
                before.contact().campaign(), before.contact().campaignVersion());
        if (!offered.campaign().states().containsKey(before.state())) {
            // Its version is not kept, and the one on sale has no such state: there is no way to go on.
            throw notFound(conversation);
        }
        if (!before.isOpen()) {
            throw new FaultException(
                    Fault.CONVERSATION_ENDED,
                    player.afterTheEnd(new Scene(offered.campaign(), before, clock.instant())));
        }
        Instant now = clock.instant();
        Words words = hearsay.words(offered.campaign(), before, now);
        Spoken spoken = playOrExcuse(offered, before, turnId, words, now, witness);
        spoken.order().ifPresent(order -> witness.timed("order", () -> orders.place(order)));
        desk.beforeSave(before, spoken.session());
        // Before the save: after it a crash would lose the question, since a repeated turn is not played again.
        spoken.unanswered().ifPresent(unanswered::record);
        WorthALook.of(before, spoken, words, witness.seen()).forEach(reviews::record);
        Optional<SealedTurn> record = record(before, words, spoken, witness);
        if (!witness.timed(
                "save",
                () -> sessions.save(
                        spoken.session(), hearsay.told(spoken.exchange()), hearsay.told(spoken, before), record))) {
            return Optional.empty();
        }
        desk.afterSave(before, spoken.session(), turnId);
        report(before, spoken, witness.seen());
        // Only once it is certain that this is what the customer hears.
        spoken.told().ifPresent(facts::record);
        if (!spoken.session().isOpen()) {
            facts.ended(conversation);
        }
        // Only once it is certain that nobody places the order after all.
        if (!spoken.session().isOpen() && spoken.order().isEmpty()) {
            refunds.unlessPlaced(OrderIds.of(conversation));
        }
        spoken.callBack().ifPresent(phone -> recordCallBack(spoken.session(), phone));
        return Optional.of(spoken.exchange());
    }

    /** A customer never meets a fault of ours: whatever fails, the conversation stays where it is and goes on. */
    private Spoken playOrExcuse(
            OfferedCampaign offered, Session session, String turnId, Words words, Instant now, Witness witness) {
        try {
            return act.play(offered, session, turnId, words, now, witness);
        } catch (FaultException e) {
            throw e;
        } catch (RuntimeException e) {
            problems.count(Fault.UNEXPECTED);
            log.atError()
                    .addKeyValue("conversation", session.id())
                    .addKeyValue("state", session.state())
                    .addKeyValue("failure", e.getClass().getName())
                    .addKeyValue("at", whereOnly(e))
                    .log("a turn could not be played; the customer is asked again");
            return act.excuse(offered, session, turnId, words, now);
        }
    }

    /** Nor does a customer meet a fault of the record: then there is none, and the log says so. */
    private Optional<SealedTurn> record(Session before, Words words, Spoken spoken, Witness witness) {
        try {
            return Optional.of(witness.timed("record", () -> seal.seal(TurnRecord.of(before, words, spoken, witness))));
        } catch (RuntimeException e) {
            problems.count(Fault.UNEXPECTED);
            log.atError()
                    .addKeyValue("conversation", before.id())
                    .addKeyValue("failure", e.getClass().getName())
                    .addKeyValue("at", whereOnly(e))
                    .log("a turn could not be recorded; it cannot be replayed");
            return Optional.empty();
        }
    }

    private void report(Session before, Spoken spoken, Seen seen) {
        Account account = spoken.account();
        if (!account.ground().isOfADecision()) {
            return;
        }
        meters.counter("parley.decisions", "decision", account.decision()).increment();
        Seen.NextState asked = seen.nextState();
        if (asked != null && asked.reply() == null) {
            meters.counter("parley.fallbacks", "reason", "model-silent").increment();
        } else if (account.decision().equals(new Decision.NotUnderstood().label())) {
            meters.counter("parley.fallbacks", "reason", "not-understood").increment();
        }
        log.atInfo()
                .addKeyValue("conversation", before.id())
                .addKeyValue("turn", spoken.session().turn())
                .addKeyValue("state.from", before.state())
                .addKeyValue("state.to", spoken.session().state())
                .addKeyValue("decision", account.decision())
                .addKeyValue("confidence", account.confidence())
                .log("turn taken");
    }

    /** Where it happened; not the message, which may quote what the customer said. */
    private static String whereOnly(RuntimeException failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES_LOGGED)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }

    private void recordCallBack(Session session, String phone) {
        if (!Curtain.isRehearsal(session)) {
            callBacks.record(new CallBackView(
                    session.id(), session.contact().campaign(), phone, null, null, "asked", session.updatedAt()));
        }
    }

    private static Exchange repeated(Exchange earlier, Hearsay hearsay) {
        if (!hearsay.mayBe(earlier.said())) {
            throw new FaultException(
                    Fault.TURN_ID_REUSED, "This turn id was used for another text; choose a new id for a new text.");
        }
        return earlier;
    }

    static FaultException notFound(String conversation) {
        return new FaultException(
                Fault.CONVERSATION_NOT_FOUND,
                "There is no conversation " + conversation + "; it may have been forgotten after its time to live.");
    }
}
