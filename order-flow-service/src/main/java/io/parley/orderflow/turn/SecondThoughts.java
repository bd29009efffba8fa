package io.parley.orderflow.turn;

import io.parley.contracts.ReservedState;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at a decision again in the light of what was said before and of what it would cost. Pure. */
final class SecondThoughts {

    /** Whoever seems to give up with less probability is asked first, where an order would be lost. */
    private static final double SURE_TO_GIVE_UP = 0.9;

    /** A correction counts as thought of where it ranks among so many. */
    private static final int RANKS = 3;

    private SecondThoughts() {}

    /**
     * @param proposed the network's ranking, or nothing if it was silent
     * @param corrected what the words fill when they are read as a correction
     */
    static Decided on(
            Scene scene, Decided decided, Optional<NextStateReply> proposed, Extraction corrected, Words words) {
        Decision decision = decided.decision();
        boolean changes = corrected.values().entrySet().stream().anyMatch(value -> isChanged(scene, value));
        boolean unclear = decision instanceof Decision.NotUnderstood || decision instanceof Decision.Stay;
        if (scene.before().awaiting() == Awaiting.CORRECTION_VALUE) {
            boolean changesNow = changes && (unclear || decision instanceof Decision.Advance);
            boolean namesPlace =
                    unclear && MentionedState.find(scene, words.raw()).isPresent();
            return changesNow || namesPlace ? new Decided(new Decision.Correct(), decided.confidence()) : decided;
        }
        if (decision instanceof Decision.NotUnderstood
                && changes
                && proposed.filter(SecondThoughts::thinksOfCorrection).isPresent()) {
            return new Decided(new Decision.Correct(), decided.confidence());
        }
        if (decision instanceof Decision.GiveUp
                && decided.confidence() < SURE_TO_GIVE_UP
                && scene.before().awaiting() != Awaiting.GIVE_UP_CONSENT
                && !scene.slots().isEmpty()) {
            return new Decided(new Decision.SeemToGiveUp(), decided.confidence());
        }
        return decided;
    }

    private static boolean isChanged(Scene scene, Map.Entry<String, List<String>> value) {
        List<String> known = scene.slots().get(value.getKey());
        return known != null && !known.equals(value.getValue());
    }

    private static boolean thinksOfCorrection(NextStateReply reply) {
        return reply.ranking().stream()
                .limit(RANKS)
                .anyMatch(scored -> scored.state().equals(ReservedState.CORRECTION.label()));
    }
}
