package io.parley.orderflow.turn;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
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
import io.parley.orderflow.pitch.PitchSnapshots;
import io.parley.orderflow.policy.Models;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.secret.Vault;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One turn of a session that is loaded, up to what must be kept: hear the words, ask the models, decide, play, charge. Only
 * the payment provider notices that it was played.
 */
@Component
final class Act {

    private static final Logger log = LoggerFactory.getLogger(Act.class);

    private final Campaigns campaigns;
    private final Models models;
    private final PolicyProperties policy;
    private final TurnPlayer player;
    private final Curtain curtain;
    private final Vault vault;
    private final PaymentProvider payments;
    private final Orders orders;
    private final PitchSnapshots pitches;
    private final MeterRegistry meters;
    private final StepTimer steps;

    Act(
            Campaigns campaigns,
            Models models,
            PolicyProperties policy,
            TurnPlayer player,
            Curtain curtain,
            Vault vault,
            PaymentProvider payments,
            Orders orders,
            PitchSnapshots pitches,
            MeterRegistry meters,
            StepTimer steps) {
        this.campaigns = campaigns;
        this.models = models;
        this.policy = policy;
        this.player = player;
        this.curtain = curtain;
        this.vault = vault;
        this.payments = payments;
        this.orders = orders;
        this.pitches = pitches;
        this.meters = meters;
        this.steps = steps;
    }

    /**
     * @param session as it is kept
     * @return what must be kept for the turn to have happened
     */
    Spoken play(Session session, String turnId, Words words, Instant now) {
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
        Extraction read = extract(scene, words, false, today);
        Optional<NextStateReply> proposed = words.isSilent()
                ? Optional.empty()
                : steps.timed(
                        "next-state",
                        () -> models.nextState(
                                scene.before().id(),
                                campaign.id(),
                                state.id(),
                                offered.machine().possibleNext(state.id()),
                                words.masked(),
                                history(scene.before())));
        Extraction heard = BranchReading.of(campaign, state, read, proposed, words);
        Decided decided = words.isSilent()
                ? new Decided(new Decision.Silence(), 1)
                : decide(scene, heard, proposed, words, today);
        Decision decision = decided.decision();
        Optional<AnswerReply> answer = answer(scene, decision, words);
        Extraction taken = decision instanceof Decision.Correct ? extract(scene, words, true, today) : heard;
        TurnPlayer.Played played = steps.timed("play", () -> player.play(scene, run, decision, words, taken, answer));
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
        if (!Curtain.isRehearsal(scene.before())) {
            scene.sellBy(pitches.odds(scene.campaign().id()));
        }
        return steps.timed(
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
        PaymentResult result = steps.timed("payment", () -> payments.charge(charge));
        player.settle(scene, run, to, result);
        return result instanceof PaymentResult.Approved approved ? Optional.of(approved.reference()) : Optional.empty();
    }

    private List<PastTurn> history(Session session) {
        List<Session.Heard> recent = session.memory().recent();
        return recent.subList(Math.max(0, recent.size() - policy.history()), recent.size()).stream()
                .map(heard -> new PastTurn(heard.state(), new MaskedText(heard.text())))
                .toList();
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
}
