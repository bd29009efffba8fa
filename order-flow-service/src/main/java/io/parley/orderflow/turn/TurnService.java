package io.parley.orderflow.turn;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.chat.CallBackView;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import io.parley.edge.Problems;
import io.parley.orderflow.callback.CallBacks;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.order.Cart;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.Orders;
import io.parley.orderflow.order.PaymentProvider;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.order.Refunds;
import io.parley.orderflow.policy.Models;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.secret.Vault;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import io.parley.session.Exchange;
import io.parley.session.Loaded;
import io.parley.session.RedisSessionStore;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The life of an utterance: load the session, hear the words, ask the models, decide, play, place the order if there is
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
    private final Models models;
    private final PolicyProperties policy;
    private final TurnPlayer player;
    private final Curtain curtain;
    private final Vault vault;
    private final PaymentProvider payments;
    private final Orders orders;
    private final Refunds refunds;
    private final CallBacks callBacks;
    private final MeterRegistry meters;
    private final Problems problems;
    private final OneWriter writers = new OneWriter();

    TurnService(
            Campaigns campaigns,
            RedisSessionStore sessions,
            Models models,
            PolicyProperties policy,
            TurnPlayer player,
            Curtain curtain,
            Vault vault,
            PaymentProvider payments,
            Orders orders,
            Refunds refunds,
            CallBacks callBacks,
            MeterRegistry meters,
            Problems problems) {
        this.campaigns = campaigns;
        this.sessions = sessions;
        this.models = models;
        this.policy = policy;
        this.player = player;
        this.curtain = curtain;
        this.vault = vault;
        this.payments = payments;
        this.orders = orders;
        this.refunds = refunds;
        this.callBacks = callBacks;
        this.meters = meters;
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
            Loaded loaded =
                    timed("load", () -> sessions.load(conversation, turnId)).orElseThrow(() -> notFound(conversation));
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
            spoken.order().ifPresent(order -> timed("order", () -> orders.place(order)));
            if (timed("save", () -> sessions.save(spoken.session(), spoken.exchange(), spoken.events()))) {
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
            return play(session, turnId, words, now);
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

    private Spoken play(Session session, String turnId, Words words, Instant now) {
        OfferedCampaign offered = campaigns.offered(session.contact().campaign());
        Campaign campaign = offered.campaign();
        Scene scene = new Scene(campaign, session, now);
        ZonedDateTime today = now.atZone(campaign.timezone());
        try (FlowRun run = offered.machine().at(session.state())) {
            Optional<String> sale = saleMade(scene);
            if (sale.isPresent()) {
                player.tellOfSale(scene, run, sale.get());
                return curtain.close(
                        scene, turnId, words, new Curtain.Account("sold", 1, null, Optional.empty()), Optional.empty());
            }
            Optional<Awaiting> asked = Optional.ofNullable(session.awaiting());
            if (asked.isPresent()) {
                Aside aside = Aside.of(campaign, words, today);
                if (aside.answers(asked.get())) {
                    Optional<String> phone = player.playAside(scene, run, asked.get(), aside);
                    return curtain.close(
                            scene, turnId, words, new Curtain.Account("aside", 1, null, Optional.empty()), phone);
                }
            }
            return decideAndPlay(offered, scene, run, turnId, words, today);
        }
    }

    /**
     * Where the order stands in the database already: a process ended between order and session. Whatever the customer says
     * next, they hear of it.
     */
    private Optional<String> saleMade(Scene scene) {
        return scene.campaign()
                .saleAfter(scene.state())
                .filter(sale -> orders.find(OrderIds.of(scene.before().id())).isPresent());
    }

    private Spoken decideAndPlay(
            OfferedCampaign offered, Scene scene, FlowRun run, String turnId, Words words, ZonedDateTime today) {
        Campaign campaign = offered.campaign();
        State state = scene.state();
        Extraction heard = extract(scene, words, false, today);
        Optional<NextStateReply> proposed = words.isSilent()
                ? Optional.empty()
                : timed(
                        "next-state",
                        () -> models.nextState(
                                scene.before().id(),
                                campaign.id(),
                                state.id(),
                                offered.machine().possibleNext(state.id()),
                                words.masked(),
                                history(scene.before())));
        Decided decided = words.isSilent()
                ? new Decided(new Decision.Silence(), 1)
                : decide(scene, heard, proposed, words, today);
        Decision decision = decided.decision();
        Optional<AnswerReply> answer = answer(scene, decision, words);
        Extraction taken = decision instanceof Decision.Correct ? extract(scene, words, true, today) : heard;
        TurnPlayer.Played played = timed("play", () -> player.play(scene, run, decision, words, taken, answer));
        Optional<String> reference = switch (played) {
            case TurnPlayer.Played.Done done -> Optional.empty();
            case TurnPlayer.Played.PaymentDue due -> pay(scene, run, due.to());
        };
        report(scene, decided, proposed);
        return curtain.close(
                scene,
                turnId,
                words,
                new Curtain.Account(
                        decision.label(),
                        decided.confidence(),
                        proposed.map(NextStateReply::model).orElse(null),
                        reference),
                Optional.empty());
    }

    private static Decided decide(
            Scene scene, Extraction heard, Optional<NextStateReply> proposed, Words words, ZonedDateTime today) {
        Map<String, List<String>> known = new TreeMap<>(scene.slots());
        known.putAll(heard.values());
        Set<String> filled = new HashSet<>(heard.values().keySet());
        Standing standing = Standing.of(scene.campaign(), known, false);
        Aside said = Aside.of(scene.campaign(), words, today);
        boolean affirmed = proposed.isEmpty() && said.yes();
        Decided decided = Decider.decide(scene.campaign(), scene.state(), proposed, filled, standing, affirmed);
        return SecondThoughts.on(scene, decided, proposed, () -> extract(scene, words, true, today), said, words);
    }

    private Optional<AnswerReply> answer(Scene scene, Decision decision, Words words) {
        if (!(decision instanceof Decision.Digress digression) || scene.state().digressionsForbidden()) {
            return Optional.empty();
        }
        return timed(
                "answer",
                () -> models.answer(
                        scene.before().id(),
                        scene.campaign().id(),
                        scene.state().id(),
                        digression.kind(),
                        words.masked(),
                        scene.told()));
    }

    private static Extraction extract(Scene scene, Words words, boolean correcting, ZonedDateTime now) {
        return SlotExtractor.extract(
                scene.campaign(), new Heard(words.raw(), scene.state().collects(), scene.slots(), correcting, now));
    }

    /** @return the provider's reference, if it approved */
    private Optional<String> pay(Scene scene, FlowRun run, String to) {
        Campaign campaign = scene.campaign();
        Cart cart = Cart.of(campaign, scene.standing().values());
        Optional<String> card = campaign.slots().values().stream()
                .filter(slot -> slot.type() == SlotType.CARD_NUMBER)
                .flatMap(slot -> scene.slots().getOrDefault(slot.name(), List.of()).stream())
                .map(value ->
                        Vault.isSealed(value) ? vault.open(value, scene.before().id()) : value)
                .findFirst();
        Charge charge = new Charge(OrderIds.of(scene.before().id()), cart.total(), campaign.currency(), card);
        PaymentResult result = timed("payment", () -> payments.charge(charge));
        player.settle(scene, run, to, result);
        return result instanceof PaymentResult.Approved approved ? Optional.of(approved.reference()) : Optional.empty();
    }

    private List<PastTurn> history(Session session) {
        List<Session.Heard> recent = session.memory().recent();
        return recent.subList(Math.max(0, recent.size() - policy.history()), recent.size()).stream()
                .map(heard -> new PastTurn(heard.state(), new MaskedText(heard.text())))
                .toList();
    }

    private void recordCallBack(Session session, String phone) {
        if (!session.contact().channel().equals(Curtain.REHEARSAL)) {
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

    private void report(Scene scene, Decided decided, Optional<NextStateReply> proposed) {
        String decision = decided.decision().label();
        meters.counter("parley.decisions", "decision", decision).increment();
        if (proposed.isEmpty() && !(decided.decision() instanceof Decision.Silence)) {
            meters.counter("parley.fallbacks", "reason", "model-silent").increment();
        } else if (decided.decision() instanceof Decision.NotUnderstood) {
            meters.counter("parley.fallbacks", "reason", "not-understood").increment();
        }
        log.atInfo()
                .addKeyValue("conversation", scene.before().id())
                .addKeyValue("turn", scene.turn())
                .addKeyValue("state.from", scene.before().state())
                .addKeyValue("state.to", scene.state().id())
                .addKeyValue("decision", decision)
                .addKeyValue("confidence", decided.confidence())
                .log("turn taken");
    }

    private <T> T timed(String step, Supplier<T> work) {
        Timer.Sample sample = Timer.start(meters);
        try {
            return work.get();
        } finally {
            sample.stop(meters.timer("parley.turn.step", "step", step));
        }
    }
}
