package io.parley.contracts.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one turn came out when it was played again.
 *
 * @param turn its number, from 1
 * @param difference the first one; null where there is none
 * @param modelsFromRecord models that are gone, with their versions: what they said is taken from the record
 * @param detail why it was not played again; null if it was
 */
public record TurnReplay(
        String conversation,
        int turn,
        ReplayOutcome outcome,
        @Nullable Difference difference,
        List<String> modelsFromRecord,
        @Nullable String detail) {

    public TurnReplay {
        modelsFromRecord = List.copyOf(modelsFromRecord);
    }
}
