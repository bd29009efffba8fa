package io.parley.orderflow.turn;

import io.parley.campaign.Campaign;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.order.Cart;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * One turn of a session that is loaded, up to what must be kept: hear the words, ask the models, decide, play, charge. Only
 * the outside notices that it was played, and whoever plays it again brings the outside of then along.
 */
@Component
final class Act {

    private static final int LONGER_THAN_A_YES = 4;

    /** How often a number that cannot be rung is asked for again. */
    private static final int MOST_REFUSALS = 3;

    private final Consultation models;
    private final TurnPlayer player;
    private final Curtain curtain;
    private final BucketRenderer buckets;

    Act(PolicyProperties policy, TurnPlayer player, Curtain curtain, BucketRenderer buckets) {
        this.models = new Consultation(policy);
        this.player = player;
        this.curtain = curtain;
        this.buckets = buckets;
    }

    /**
     * @param session as it is kept
     * @param outside is asked what the turn cannot know, and takes it down
     * @return what must be kept for the turn to have happened
     */
    Spoken play(OfferedCampaign offered, Session session, String turnId, Words words, Instant now, Witness outside) {
        Campaign campaign = offered.campaign();
        Scene scene = new Scene(campaign, session, now);
        ZonedDateTime today = now.atZone(campaign.timezone());
        try (FlowRun run = offered.machine().at(session.state())) {
            Optional<String> sale = saleMade(scene, outside);
            if (sale.isPresent()) {
                player.tellOfSale(scene, run, sale.get());
                Account sold = Account.without("sold", Ground.SOLD_BEFORE, 1);
                return curtain.close(offered, scene, turnId, words, sold, Optional.empty());
            }
            if (scene.isTaken()) {
                // The person answers; whoever else did would talk in between.
                Account passed = Account.without("to-person", Ground.PERSON_TALKS, 1);
                return curtain.close(offered, scene, turnId, words, passed, Optional.empty());
            }
            scene.handOff().ifPresent(wish -> scene.sees(outside.desk(wish.id())));
            Optional<Awaiting> asked = Optional.ofNullable(session.awaiting());
            if (asked.isPresent()) {
                Aside aside = Aside.of(campaign, words, today);
                Optional<NextStateReply> proposed = wouldLose(asked.get(), aside, words)
                        ? models.nextState(offered, scene, words, outside)
                        : Optional.empty();
                if (proposed.filter(Act::wantsPersonOrAsks).isPresent()) {
                    return decideAndPlay(offered, scene, run, turnId, words, proposed, today, outside);
                }
                if (isUnringable(scene, asked.get(), aside, words)) {
                    player.refuseNumber(scene);
                    Account refused = Account.without("aside", Ground.OUR_QUESTION, 1);
                    return curtain.close(offered, scene, turnId, words, refused, Optional.empty());
                }
                if (aside.answers(asked.get())) {
                    Optional<String> phone = player.playAside(scene, run, asked.get(), aside);
                    Account heard = Account.without("aside", Ground.OUR_QUESTION, 1);
                    return curtain.close(offered, scene, turnId, words, heard, phone);
                }
            }
            Optional<Chosen> chosen = Chosen.of(scene, words, buckets);
            if (chosen.isPresent()) {
                return playChosen(offered, scene, run, turnId, words, chosen.get(), today, outside);
            }
            return scene.isWaiting()
                    ? waitOn(offered, scene, run, turnId, words, today, outside)
                    : decideAndPlay(
                            offered,
                            scene,
                            run,
                            turnId,
                            words,
                            models.nextState(offered, scene, words, outside),
                            today,
                            outside);
        }
    }

    /** Whether what sounds like a yes in a longer sentence would be the end of what was ordered. */
    private static boolean wouldLose(Awaiting asked, Aside aside, Words words) {
        boolean ends = asked == Awaiting.GIVE_UP_CONSENT || asked == Awaiting.RESTART_CONSENT;
        return ends && aside.yes() && words.count() >= LONGER_THAN_A_YES;
    }

    /** A number was asked for and given, but none that can be rung: as often as anybody is asked again. */
    private static boolean isUnringable(Scene scene, Awaiting asked, Aside aside, Words words) {
        return asked == Awaiting.CALL_BACK_NUMBER
                && !aside.answers(asked)
                && words.isNumbered()
                && scene.misses() < MOST_REFUSALS;
    }

    /** "Okay, get me one of your colleagues", "could that be put right later": not everything with a yes in it is one. */
    private static boolean wantsPersonOrAsks(NextStateReply proposed) {
        ScoredState best = proposed.ranking().getFirst();
        return best.probability() >= proposed.acceptAt()
                && ReservedState.of(best.state())
                        .filter(state -> state == ReservedState.PERSON || state == ReservedState.QUESTION)
                        .isPresent();
    }

    /** The customer waits for a person: they may stop waiting at a word, and go on with the order meanwhile. */
    private Spoken waitOn(
            OfferedCampaign offered,
            Scene scene,
            FlowRun run,
            String turnId,
            Words words,
            ZonedDateTime today,
            Witness outside) {
        if (player.isNeverMind(scene, words)) {
            player.neverMind(scene);
            Account left = Account.without("never-mind", Ground.NEVER_MIND, 1);
            return curtain.close(offered, scene, turnId, words, left, Optional.empty());
        }
        Aside aside = Aside.of(scene.campaign(), words, today);
        boolean leavesNumber = aside.phone().isPresent()
                && Weighing.answered(scene, words, today).values().isEmpty();
        if (leavesNumber) {
            Optional<String> phone = player.leaveNumber(scene, aside);
            Account noted = Account.without("aside", Ground.NUMBER_LEFT, 1);
            return curtain.close(offered, scene, turnId, words, noted, phone);
        }
        Optional<NextStateReply> proposed = models.nextState(offered, scene, words, outside);
        return decideAndPlay(offered, scene, run, turnId, words, proposed, today, outside);
    }

    /** What is said instead where a turn cannot be played: the conversation stays where it is. */
    Spoken excuse(OfferedCampaign offered, Session session, String turnId, Words words, Instant now) {
        Scene scene = new Scene(offered.campaign(), session, now);
        player.excuse(scene);
        Account fault = Account.without("fault", Ground.FAULT, 0);
        return curtain.close(offered, scene, turnId, words, fault, Optional.empty());
    }

    /**
     * Where the order stands in the database already: a process ended between order and session. Whatever the customer says
     * next, they hear of it.
     */
    private static Optional<String> saleMade(Scene scene, Outside outside) {
        return scene.campaign()
                .saleAfter(scene.state())
                .filter(sale -> outside.isOrdered(scene.before().id()));
    }

    private Spoken decideAndPlay(
            OfferedCampaign offered,
            Scene scene,
            FlowRun run,
            String turnId,
            Words words,
            Optional<NextStateReply> proposed,
            ZonedDateTime today,
            Witness outside) {
        State state = scene.state();
        Extraction read = Weighing.answered(scene, words, today);
        Optional<String> wrong = SaidAgain.insistsAgainst(scene, read, words);
        if (wrong.isPresent()) {
            scene.forget(wrong.get());
            Extraction freed = Weighing.answered(scene, words, today);
            Decided insisted = new Decided(new Decision.Correct(), 1, Ground.SAID_AGAIN);
            Means means = new Means(words, words, freed, proposed, Optional.empty());
            return play(offered, scene, run, turnId, insisted, means, today, outside);
        }
        Extraction heard = BranchReading.of(scene.campaign(), state, read, proposed, words);
        Decided decided = StillWaiting.on(scene, heard, Weighing.weigh(scene, heard, proposed, words, today));
        Optional<SaidBesides> besides = SaidBesides.in(scene, decided, heard, proposed, words, today);
        Words about = besides.map(SaidBesides::rest).orElse(words);
        Means means = new Means(words, about, heard, proposed, Optional.empty());
        Decided parted = besides.map(
                        said -> new Decided(said.decision(), decided.confidence(), Ground.ANSWERS_AND_ASKS))
                .orElse(decided);
        return play(offered, scene, run, turnId, parted, means, today, outside);
    }

    /**
     * Plays the utterance that had two readings, now that it is known which is meant. Where a value was in doubt the network is
     * asked again where that leads; where the next state was, the customer has said it.
     */
    private Spoken playChosen(
            OfferedCampaign offered,
            Scene scene,
            FlowRun run,
            String turnId,
            Words answer,
            Chosen chosen,
            ZonedDateTime today,
            Witness outside) {
        scene.understood();
        Words words = chosen.words();
        Extraction read = Weighing.answered(scene, words, today);
        String slot = chosen.which().slot();
        if (slot == null) {
            Extraction heard = chosen.told(scene, read);
            Decided decided = new Decided(chosen.meant(scene, heard), 1, Ground.CHOSEN);
            Means means = new Means(answer, words, heard, Optional.empty(), Optional.of(chosen.reading()));
            return play(offered, scene, run, turnId, decided, means, today, outside);
        }
        Extraction heard = read.with(slot, chosen.reading());
        Optional<NextStateReply> proposed = models.nextStateThen(offered, scene, words, outside);
        Decided decided = Weighing.decide(scene, heard, proposed, words, today);
        Means means = new Means(answer, words, heard, proposed, Optional.of(chosen.reading()));
        return play(
                offered,
                scene,
                run,
                turnId,
                new Decided(decided.decision(), decided.confidence(), Ground.CHOSEN),
                means,
                today,
                outside);
    }

    /**
     * By what a decision is played.
     *
     * @param said what the customer said in this turn
     * @param words what it is decided about: the same, or what was said in the turn before
     * @param heard what that fills
     * @param proposed where the network would go
     * @param chosen which of two readings the customer chose
     */
    private record Means(
            Words said, Words words, Extraction heard, Optional<NextStateReply> proposed, Optional<String> chosen) {}

    private Spoken play(
            OfferedCampaign offered,
            Scene scene,
            FlowRun run,
            String turnId,
            Decided decided,
            Means means,
            ZonedDateTime today,
            Witness outside) {
        Decision decision = decided.decision();
        Words words = means.words();
        if (decision instanceof Decision.HandOff && !Curtain.isRehearsal(scene.before())) {
            scene.sees(outside.desk(Queueing.idOf(scene)));
        }
        Optional<AnswerReply> answer = models.answer(scene, decision, words, outside);
        Extraction taken =
                decision instanceof Decision.Correct ? Weighing.corrected(scene, words, today) : means.heard();
        TurnPlayer.Played played = outside.timed("play", () -> player.play(scene, run, decision, words, taken, answer));
        Optional<String> reference = switch (played) {
            case TurnPlayer.Played.Done done -> Optional.empty();
            case TurnPlayer.Played.PaymentDue due -> pay(scene, run, due.to(), outside);
        };
        Account account = new Account(
                decision.label(),
                decided.ground(),
                decided.confidence(),
                means.proposed().map(NextStateReply::model).orElse(null),
                means.chosen(),
                reference);
        return curtain.close(offered, scene, turnId, means.said(), account, Optional.empty());
    }

    /** @return the provider's reference, if it approved */
    private Optional<String> pay(Scene scene, FlowRun run, String to, Outside outside) {
        Campaign campaign = scene.campaign();
        Cart cart = Cart.of(campaign, scene.standing().values());
        Optional<String> card = campaign.slots().values().stream()
                .filter(slot -> slot.type() == SlotType.CARD_NUMBER)
                .flatMap(slot -> scene.slots().getOrDefault(slot.name(), List.of()).stream())
                .findFirst();
        String conversation = scene.before().id();
        Charge charge = new Charge(OrderIds.of(conversation), cart.total(), campaign.currency(), card);
        PaymentResult result = outside.charge(conversation, charge);
        player.settle(scene, run, to, result);
        return result instanceof PaymentResult.Approved approved ? Optional.of(approved.reference()) : Optional.empty();
    }
}
