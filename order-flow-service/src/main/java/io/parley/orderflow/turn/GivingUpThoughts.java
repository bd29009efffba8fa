package io.parley.orderflow.turn;

import io.parley.orderflow.slot.Resolve;
import io.parley.session.Session.Awaiting;
import java.util.Optional;

/** What looks like giving up: no order is lost on a guess. Pure. */
final class GivingUpThoughts {

    /** Whoever seems to give up with less probability is asked first. */
    private static final double SURE_TO_GIVE_UP = 0.97;

    /** Or with less than this, if there is no no in the words: "I'm dying to get off this planet". */
    private static final double SURE_WITHOUT_A_NO = 0.995;

    /** A no of so few words, which the network cannot place, may mean the order as it was read back or the order altogether. */
    private static final int BRIEF = 3;

    private final Reconsidered it;

    GivingUpThoughts(Reconsidered it) {
        this.it = it;
    }

    /** "No, don't cancel, I want to keep it". */
    Optional<Decided> keepsTheOrder() {
        return Reconsidered.only(
                it.decision() instanceof Decision.GiveUp
                        && Resolve.isToKeep(it.locale(), it.words().raw()),
                new Decided(new Decision.Repeat(), it.decided().confidence(), Ground.KEEPS_THE_ORDER));
    }

    /** "No thanks, I was only having a look around", to a greeting: there is nothing to lose. */
    Optional<Decided> turnsAwayAtOnce() {
        boolean greeted = it.scene().state().id().equals(it.scene().campaign().start())
                && it.scene().state().collects().isEmpty()
                && it.scene().slots().isEmpty();
        return greeted
                        && it.decision() instanceof Decision.NotUnderstood
                        && Resolve.isDeclining(it.locale(), it.words().raw())
                ? it.scene()
                        .campaign()
                        .wayOut(it.scene().state())
                        .map(lost -> new Decided(
                                new Decision.GiveUp(lost), it.decided().confidence(), Ground.ANSWERED))
                : Optional.empty();
    }

    Optional<Decided> givesUp() {
        boolean open = Resolve.isOpen(it.locale(), it.words().raw());
        boolean unsure = it.decision() instanceof Decision.GiveUp && (!isPlain() || open);
        boolean declines = it.decision() instanceof Decision.GiveUp
                && isOnlyOffered()
                && !Resolve.isPlain(it.locale(), it.words().raw());
        if (answersBriefly()) {
            return it.answers();
        }
        if ((unsure || declines)
                && !open
                && it.ranking().isWayOnNext()
                && it.answered().isPresent()) {
            // "We don't want any" of the extras is no end of the order.
            return it.answers();
        }
        // Whoever calls everything off in plain words is heard, also where the network cannot place them.
        boolean unplaced = it.decision() instanceof Decision.NotUnderstood
                && Resolve.isPlain(it.locale(), it.words().raw());
        boolean canBeAsked = it.scene().before().awaiting() != Awaiting.GIVE_UP_CONSENT;
        Ground ground = unsure || unplaced ? Ground.UNSURE_OF_GIVING_UP : Ground.DECLINES_READ_BACK;
        return Reconsidered.only(
                canBeAsked && (unsure || unplaced || declinesReadBack()),
                new Decided(new Decision.SeemToGiveUp(), it.decided().confidence(), ground));
    }

    /** "I'll pass", to extras or a croissant, looks like giving up; whoever means the whole order says so. */
    private boolean answersBriefly() {
        return it.decision() instanceof Decision.GiveUp
                && it.answered().isPresent()
                && !it.scene().state().collects().isEmpty()
                && it.words().count() <= BRIEF
                && !Resolve.isPlain(it.locale(), it.words().raw());
    }

    /** Whether everything that is asked for may be declined. */
    private boolean isOnlyOffered() {
        return !it.scene().state().collects().isEmpty()
                && it.scene().state().collects().stream()
                        .map(it.scene().campaign()::slot)
                        .allMatch(slot -> slot.optional() || slot.list());
    }

    /** Whether somebody who gives up is not to be asked: the network is sure, nothing is lost, or the words are plain. */
    private boolean isPlain() {
        boolean loneNo =
                it.scene().state().confirms() && it.said().no() && it.words().count() == 1;
        double sure = it.said().no() ? SURE_TO_GIVE_UP : SURE_WITHOUT_A_NO;
        return (it.decided().confidence() >= sure && !loneNo)
                || (it.said().no() && it.scene().slots().isEmpty())
                || Resolve.isPlain(it.locale(), it.words().raw());
    }

    /** "No, wait": what a plain no means there is for the campaign's rows to say, and the network has learnt it. */
    private boolean declinesReadBack() {
        return it.decision() instanceof Decision.NotUnderstood
                && it.scene().state().confirms()
                && it.said().no()
                && it.words().count() <= BRIEF;
    }
}
