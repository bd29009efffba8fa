package io.parley.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whether a state that is reached is passed over without a word: because its {@code when} does not hold, or because
 * everything it asks for is known. The one definition of it, for conversations and for those who check or label them.
 */
public final class Passing {

    private Passing() {}

    /**
     * Whether it is passed over now.
     *
     * @param values canonical values of the slots that are known, defaults included
     * @param saidNow the slots filled by the very utterance that led here; they answer an {@code always-ask} state
     */
    public static boolean isPassedOver(
            Campaign campaign, State state, Map<String, List<String>> values, Set<String> saidNow) {
        if (state.isFinal()) {
            return false;
        }
        if (!state.when().holds(values)) {
            return true;
        }
        return isAnswered(campaign, state, state.alwaysAsk() ? saidNow::contains : values::containsKey);
    }

    /** Whether there are words by which it is passed over. */
    static boolean isPossible(Campaign campaign, State state) {
        return !state.isFinal() && (state.when().isConditional() || isAnswered(campaign, state, slot -> true));
    }

    /** Whether it is passed over whatever anybody says, since nothing it asks for is ever open. */
    static boolean isCertain(Campaign campaign, State state) {
        return !state.isFinal()
                && !state.alwaysAsk()
                && isAnswered(
                        campaign,
                        state,
                        slot -> has(campaign, slot, it -> it.initial().isPresent()));
    }

    /**
     * Whether nothing is left to ask: every slot that is not optional is answered, or every one where all are optional. A
     * state that reads back, takes the payment or asks for no slot is there to be heard.
     */
    private static boolean isAnswered(Campaign campaign, State state, Predicate<String> answered) {
        return isAnswerable(state) && needed(campaign, state).stream().allMatch(answered);
    }

    /** Whether there is anything by which it could be answered. */
    static boolean isAnswerable(State state) {
        return !state.confirms() && !state.pays() && !state.collects().isEmpty();
    }

    /** The slots that have to be known for nothing to be left to ask. */
    static List<String> needed(Campaign campaign, State state) {
        List<String> needed = state.collects().stream()
                .filter(slot -> !has(campaign, slot, Slot::optional))
                .toList();
        return needed.isEmpty() ? state.collects() : needed;
    }

    /** Not so for a slot that could not be read. */
    private static boolean has(Campaign campaign, String slot, Predicate<Slot> property) {
        return Optional.ofNullable(campaign.slots().get(slot)).filter(property).isPresent();
    }
}
