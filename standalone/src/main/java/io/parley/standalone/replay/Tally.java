package io.parley.standalone.replay;

import io.parley.contracts.replay.ReplayOutcome;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnReplay;
import java.util.List;
import java.util.stream.Stream;

/** Sums up reports of replays. */
final class Tally {

    private Tally() {}

    static ReplayReport sum(ReplayReport one, ReplayReport other) {
        return new ReplayReport(
                one.conversations() + other.conversations(),
                one.turns() + other.turns(),
                one.identical() + other.identical(),
                one.different() + other.different(),
                one.campaignChanged() + other.campaignChanged(),
                one.unreadable() + other.unreadable(),
                one.modelsFromRecord() + other.modelsFromRecord(),
                Stream.concat(one.results().stream(), other.results().stream()).toList(),
                other.next());
    }

    static ReplayReport of(TurnReplay turn) {
        return new ReplayReport(
                1,
                1,
                count(turn, ReplayOutcome.IDENTICAL),
                count(turn, ReplayOutcome.DIFFERENT),
                count(turn, ReplayOutcome.CAMPAIGN_CHANGED),
                count(turn, ReplayOutcome.UNREADABLE),
                turn.modelsFromRecord().isEmpty() ? 0 : 1,
                List.of(turn),
                null);
    }

    private static int count(TurnReplay turn, ReplayOutcome outcome) {
        return turn.outcome() == outcome ? 1 : 0;
    }
}
