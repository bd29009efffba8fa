package io.parley.orderflow.turn;

import io.parley.campaign.SlotType;
import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.flow.Route;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Keeping;
import io.parley.orderflow.slot.Resolve;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at a decision again in the light of what was said before and of what it would cost. Pure. */
final class SecondThoughts {

    /** Whoever seems to give up with less probability is asked first. */
    private static final double SURE_TO_GIVE_UP = 0.97;

    /** A reserved state counts as thought of where it ranks among so many. */
    private static final int RANKS = 3;

    /** A no of so few words, which the network cannot place, may mean the order as it was read back or the order altogether. */
    private static final int BRIEF = 3;

    private SecondThoughts() {}

    /**
     * @param proposed the network's ranking, or nothing if it was silent
     * @param answered the way on, where the words answer what was asked and there is one
     * @param corrected what the words fill when they are read as a correction
     * @param said what the words say to a question of yes or no
     */
    static Decided on(
            Scene scene,
            Decided decided,
            Optional<NextStateReply> proposed,
            Optional<Decision> answered,
            Supplier<Extraction> corrected,
            Aside said,
            Words words) {
        Decision decision = decided.decision();
        Locale locale = scene.campaign().locale();
        boolean unclear = decision instanceof Decision.NotUnderstood || decision instanceof Decision.Stay;
        if (scene.before().awaiting() == Awaiting.CORRECTION_VALUE) {
            boolean changes =
                    (unclear || decision instanceof Decision.Advance) && changesWhatIsKnown(scene, corrected.get());
            boolean namesPlace =
                    unclear && MentionedState.find(scene, words.raw()).isPresent();
            return changes || namesPlace ? corrects(decided, Ground.NAMES_WHAT_TO_CHANGE) : decided;
        }
        if (decision instanceof Decision.NotUnderstood
                && ((scene.state().confirms() && Resolve.isTakingBack(locale, words.raw()))
                        || proposed.filter(reply -> thinksOf(ReservedState.CORRECTION, reply))
                                .isPresent())
                && changesWhatIsKnown(scene, corrected.get())) {
            return corrects(decided, Ground.CHANGES_WHAT_IS_KNOWN);
        }
        if (unclear && Resolve.isToChange(locale, words.raw()) && changesWhatIsKnown(scene, corrected.get())) {
            // "Let's rather say a quarter past three": the words say that something is to be otherwise, and what.
            return corrects(decided, Ground.CHANGES_WHAT_IS_KNOWN);
        }
        if (decision instanceof Decision.NotUnderstood && addsOrDrops(scene, corrected.get(), words)) {
            // "My colleague talked me into the croissant, add it": no other words than these could be clearer.
            return corrects(decided, Ground.CHANGES_WHAT_IS_KNOWN);
        }
        if (decision instanceof Decision.GiveUp && Resolve.isToKeep(locale, words.raw())) {
            return new Decided(new Decision.Repeat(), decided.confidence(), Ground.KEEPS_THE_ORDER);
        }
        if (decision instanceof Decision.Hesitate && answered.isPresent() && Resolve.isDeclining(locale, words.raw())) {
            return new Decided(answered.get(), decided.confidence(), Ground.ANSWERED);
        }
        if (decision instanceof Decision.Digress && Resolve.isRequest(locale, words.raw())) {
            // "Could you bring it to me" is a question only by its form.
            if (Resolve.isToChange(locale, words.raw()) && changesWhatIsKnown(scene, corrected.get())) {
                return corrects(decided, Ground.CHANGES_WHAT_IS_KNOWN);
            }
            boolean lists = scene.state().collects().stream()
                    .anyMatch(slot -> scene.campaign().slot(slot).list());
            if (answered.isPresent() && !lists) {
                // "Could I have it cold" may as well ask what there is.
                return new Decided(answered.get(), decided.confidence(), Ground.ANSWERED);
            }
        }
        if ((decision instanceof Decision.GiveUp || (unclear && said.no()))
                && scene.state().confirms()
                && changesWhatIsKnown(scene, corrected.get())) {
            // "No, Saturday": what is read back again is not lost.
            return corrects(decided, Ground.CHANGES_WHAT_IS_KNOWN);
        }
        if (decision instanceof Decision.GiveUp
                && scene.state().confirms()
                && said.no()
                && !Resolve.isPlain(scene.campaign().locale(), words.raw())
                && corrected.get().values().keySet().stream().anyMatch(scene.slots()::containsKey)) {
            // "No, Saturday" where it is Saturday already: which other thing is meant is asked.
            return corrects(decided, Ground.DECLINES_READ_BACK);
        }
        if (decision instanceof Decision.Advance && scene.state().confirms() && said.no()) {
            // "No, 1": whatever it means, nothing is ordered on a no.
            return corrects(decided, Ground.DECLINES_READ_BACK);
        }
        boolean changesNothing = decision instanceof Decision.Correct && !changesWhatIsKnown(scene, corrected.get());
        if ((decision instanceof Decision.NotUnderstood || changesNothing)
                && proposed.filter(reply -> thinksOf(ReservedState.RESTART, reply))
                        .isPresent()
                && !Keeping.named(locale, words.raw()).isEmpty()) {
            return new Decided(new Decision.Restart(), decided.confidence(), Ground.NAMES_WHAT_TO_KEEP);
        }
        boolean plainlyNothing = said.no() && scene.slots().isEmpty();
        boolean loneNo = scene.state().confirms() && said.no() && words.count() == 1;
        boolean plain = (decided.confidence() >= SURE_TO_GIVE_UP && !loneNo)
                || plainlyNothing
                || Resolve.isPlain(locale, words.raw());
        boolean unsure = decision instanceof Decision.GiveUp && (!plain || Resolve.isOpen(locale, words.raw()));
        boolean goesOn = unsure && !Resolve.isOpen(locale, words.raw()) && isNextTo(scene, proposed);
        if (goesOn && answered.isPresent()) {
            // "We don't want any" of the extras is no end of the order.
            return new Decided(answered.get(), decided.confidence(), Ground.ANSWERED);
        }
        boolean canBeAsked = scene.before().awaiting() != Awaiting.GIVE_UP_CONSENT;
        // Whoever calls everything off in plain words is heard, also where the network cannot place them.
        boolean unplaced = decision instanceof Decision.NotUnderstood && Resolve.isPlain(locale, words.raw());
        if (canBeAsked && (unsure || unplaced || declinesReadBack(scene, decision, said, words))) {
            Ground ground = unsure || unplaced ? Ground.UNSURE_OF_GIVING_UP : Ground.DECLINES_READ_BACK;
            return new Decided(new Decision.SeemToGiveUp(), decided.confidence(), ground);
        }
        return decided;
    }

    /** Whether the network's second choice is a way on. */
    private static boolean isNextTo(Scene scene, Optional<NextStateReply> proposed) {
        return proposed.map(reply -> Decider.together(scene.campaign(), scene.state(), reply.ranking()))
                .filter(ranking -> ranking.size() > 1)
                .filter(ranking -> Route.forward(scene.campaign(), scene.state()).stream()
                        .anyMatch(edge -> edge.to().equals(ranking.get(1).state())))
                .isPresent();
    }

    private static Decided corrects(Decided decided, Ground ground) {
        return new Decided(new Decision.Correct(), decided.confidence(), ground);
    }

    /** "No, wait": what a plain no means there is for the campaign's rows to say, and the network has learnt it. */
    private static boolean declinesReadBack(Scene scene, Decision decision, Aside said, Words words) {
        return decision instanceof Decision.NotUnderstood
                && scene.state().confirms()
                && said.no()
                && words.count() <= BRIEF;
    }

    private static boolean changesWhatIsKnown(Scene scene, Extraction corrected) {
        return corrected.values().entrySet().stream().anyMatch(value -> isChanged(scene, value));
    }

    /** Whether something that was accepted or declined is named, and added or left out. */
    private static boolean addsOrDrops(Scene scene, Extraction corrected, Words words) {
        boolean adds = Resolve.isToAdd(scene.campaign().locale(), words.raw());
        return corrected.values().entrySet().stream()
                .filter(value -> scene.campaign().slot(value.getKey()).type() == SlotType.YES_NO)
                .filter(value -> !scene.state().collects().contains(value.getKey()))
                .filter(value -> isChanged(scene, value))
                .anyMatch(value -> adds || value.getValue().equals(List.of("no")));
    }

    /** Whether it is known otherwise, or was asked for and left open, as extras may be. */
    private static boolean isChanged(Scene scene, Map.Entry<String, List<String>> value) {
        List<String> known = scene.slots().get(value.getKey());
        return known == null ? isBehind(scene, value.getKey()) : !known.equals(value.getValue());
    }

    private static boolean isBehind(Scene scene, String slot) {
        return scene.path().stream()
                .filter(state -> !state.equals(scene.state().id()))
                .anyMatch(state -> scene.campaign().state(state).collects().contains(slot));
    }

    private static boolean thinksOf(ReservedState state, NextStateReply reply) {
        return reply.ranking().stream()
                .limit(RANKS)
                .anyMatch(scored -> scored.state().equals(state.label()));
    }
}
