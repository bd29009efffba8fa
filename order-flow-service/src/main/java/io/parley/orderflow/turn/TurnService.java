package io.parley.orderflow.turn;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.campaign.Campaign;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.CallBackView;
import io.parley.edge.Problems;
import io.parley.orderflow.callback.CallBacks;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.Orders;
import io.parley.orderflow.order.Refunds;
import io.parley.orderflow.pitch.FactsTold;
import io.parley.orderflow.unanswered.UnansweredQuestions;
import io.parley.session.Exchange;
import io.parley.session.Loaded;
import io.parley.session.RedisSessionStore;
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
 * The life of an utterance: load the session, play the turn ({@link Act}), place the order if there is
 * one, save everything in one step, reply. One writer per conversation, in order; a repeated turn id gets the reply it
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
    private final Curtain curtain;
    private final Orders orders;
    private final Refunds refunds;
    private final CallBacks callBacks;
    private final UnansweredQuestions unanswered;
    private final FactsTold facts;
    private final MeterRegistry meters;
    private final StepTimer steps;
    private final Problems problems;
    private final OneWriter writers = new OneWriter();

    TurnService(
            Campaigns campaigns,
            RedisSessionStore sessions,
            Act act,
            TurnPlayer player,
            Curtain curtain,
            Orders orders,
            Refunds refunds,
            CallBacks callBacks,
            UnansweredQuestions unanswered,
            FactsTold facts,
            MeterRegistry meters,
            StepTimer steps,
            Problems problems) {
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.act = act;
        this.player = player;
        this.curtain = curtain;
        this.orders = orders;
        this.refunds = refunds;
        this.callBacks = callBacks;
        this.unanswered = unanswered;
        this.facts = facts;
        this.meters = meters;
        this.steps = steps;
        this.problems = problems;
    }

    /**
     * Takes one turn.
     *
     * @param turnId chosen by the client, unique in the conversation
     * @param text what the customer said
     * @throws FaultException {@link Fault#CONVERSATION_NOT_FOUND}, {@link Fault#CONVERSATION_ENDED},
     *     {@link Fault#TURN_ID_REUSED}, {@link Fault#UTTERANCE_TOO_LONG}, {@link Fault#CONVERSATION_BUSY}
     */
    public Exchange take(String conversation, String turnId, String text, Clock clock) {
        Words words = Words.of(text);
        Timer.Sample sample = Timer.start(meters);
        try {
            return writers.inOrder(conversation, () -> take(conversation, turnId, words, clock));
        } finally {
            sample.stop(
                    Timer.builder("parley.turn").publishPercentileHistogram().register(meters));
        }
    }

    private Exchange take(String conversation, String turnId, Words words, Clock clock) {
        for (int attempt = 0; attempt < SAVE_ATTEMPTS; attempt++) {
            Loaded loaded = steps.timed("load", () -> sessions.load(conversation, turnId))
                    .orElseThrow(() -> notFound(conversation));
            if (loaded.earlier().isPresent()) {
                return repeated(loaded.earlier().get(), words);
            }
            if (!loaded.session().isOpen()) {
                Campaign campaign =
                        campaigns.offered(loaded.session().contact().campaign()).campaign();
                throw new FaultException(
                        Fault.CONVERSATION_ENDED,
                        player.afterTheEnd(new Scene(campaign, loaded.session(), clock.instant())));
            }
            Spoken spoken = playOrExcuse(loaded.session(), turnId, words, clock.instant());
            spoken.order().ifPresent(order -> steps.timed("order", () -> orders.place(order)));
            // Before the save: after it a crash would lose the question, since a repeated turn is not played again.
            spoken.unanswered().ifPresent(unanswered::record);
            if (steps.timed("save", () -> sessions.save(spoken.session(), spoken.exchange(), spoken.events()))) {
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
                return spoken.exchange();
            }
        }
        throw new FaultException(
                Fault.CONVERSATION_BUSY, "Another turn of this conversation is being taken; send this one again.");
    }

    /** A customer never meets a fault of ours: whatever fails, the conversation stays where it is and goes on. */
    private Spoken playOrExcuse(Session session, String turnId, Words words, Instant now) {
        try {
            return act.play(session, turnId, words, now);
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
            Campaign campaign = campaigns.offered(session.contact().campaign()).campaign();
            Scene scene = new Scene(campaign, session, now);
            player.excuse(scene);
            return curtain.close(
                    scene, turnId, words, new Curtain.Account("fault", 0, null, Optional.empty()), Optional.empty());
        }
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

    private static Exchange repeated(Exchange earlier, Words words) {
        if (!words.masked().equals(earlier.said())) {
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
