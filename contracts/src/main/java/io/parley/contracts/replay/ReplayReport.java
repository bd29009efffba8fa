package io.parley.contracts.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How several turns came out when they were played again.
 *
 * @param conversations of how many conversations
 * @param turns how many turns; the sum of the four numbers after it
 * @param modelsFromRecord in how many turns what a model said was taken from the record, because its version is gone
 * @param results one by one: every turn of a conversation that was named; of several conversations those that are not
 *     identical
 * @param next where to go on; null if there are no more conversations
 */
public record ReplayReport(
        int conversations,
        int turns,
        int identical,
        int different,
        int campaignChanged,
        int unreadable,
        int modelsFromRecord,
        List<TurnReplay> results,
        @Nullable String next) {

    /** Of nothing. */
    public static final ReplayReport NOTHING = new ReplayReport(0, 0, 0, 0, 0, 0, 0, List.of(), null);

    public ReplayReport {
        results = List.copyOf(results);
    }
}
