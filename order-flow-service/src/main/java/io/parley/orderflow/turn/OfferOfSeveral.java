package io.parley.orderflow.turn;

import io.parley.campaign.Slot;
import io.parley.campaign.State;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Resolve;

/** Looks at a decision again where several things are on offer and the customer agrees to no one of them in particular. Pure. */
final class OfferOfSeveral {

    private OfferOfSeveral() {}

    /** "Yes, please" to a choice of four extras is a sale, and neither a miss nor a way on. */
    static Decided on(Scene scene, Decided decided, Extraction heard, Words words) {
        boolean leadsOn = decided.decision() instanceof Decision.Advance;
        boolean leadsNowhere = decided.decision() instanceof Decision.NotUnderstood
                || decided.decision() instanceof Decision.Stay
                || decided.decision() instanceof Decision.AskWhich;
        boolean agrees = (leadsOn || leadsNowhere)
                && offersSeveral(scene)
                && heard.saysNothing()
                && words.raw().indexOf('?') < 0
                && Resolve.isAgreeing(scene.campaign().locale(), words.raw());
        return agrees ? new Decided(new Decision.Agree(), decided.confidence(), Ground.AGREES_TO_SEVERAL) : decided;
    }

    /** Whether all that is asked for is something to choose, and nothing of it is chosen. */
    private static boolean offersSeveral(Scene scene) {
        State state = scene.state();
        return !state.collects().isEmpty()
                && state.collects().stream()
                        .map(scene.campaign()::slot)
                        .allMatch(slot -> isChoice(slot) && !scene.slots().containsKey(slot.name()));
    }

    private static boolean isChoice(Slot slot) {
        return slot.options().size() > 1;
    }
}
