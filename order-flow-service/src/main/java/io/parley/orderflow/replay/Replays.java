package io.parley.orderflow.replay;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.contracts.replay.Difference;
import io.parley.contracts.replay.RecordedTurn;
import io.parley.contracts.replay.ReplayOutcome;
import io.parley.contracts.replay.ReplayReport;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.contracts.replay.TurnReplay;
import io.parley.orderflow.archive.Selection;
import io.parley.orderflow.archive.TurnArchive;
import io.parley.orderflow.policy.VersionedModels;
import io.parley.orderflow.turn.Retake;
import io.parley.orderflow.turn.TurnRecord;
import io.parley.orderflow.turn.TurnSeal;
import io.parley.session.SealedTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Plays recorded turns again and compares, and tells of one why it came out as it did. */
@Service
final class Replays {

    private static final Logger log = LoggerFactory.getLogger(Replays.class);

    private final TurnArchive archive;
    private final TurnSeal seal;
    private final Retake retake;
    private final VersionedModels models;

    Replays(TurnArchive archive, TurnSeal seal, Retake retake, VersionedModels models) {
        this.archive = archive;
        this.seal = seal;
        this.retake = retake;
        this.models = models;
    }

    /**
     * Every turn of a conversation.
     *
     * @throws FaultException {@link Fault#TURN_NOT_FOUND}
     */
    ReplayReport conversation(String id) {
        VersionedModels asked = new RememberedSilence(models);
        List<TurnReplay> results =
                turns(id).stream().map(turn -> replay(turn, asked)).toList();
        return report(1, results, results, null);
    }

    /**
     * @throws FaultException {@link Fault#TURN_NOT_FOUND}
     */
    TurnReplay turn(String conversation, int turn) {
        return replay(found(conversation, turn), models);
    }

    /**
     * Every turn of some conversations.
     *
     * @param after the {@code next} of the report before; empty for the first
     * @param limit how many conversations at most
     */
    ReplayReport several(Selection selection, String after, int limit) {
        List<String> conversations = archive.conversations(selection, after, limit);
        VersionedModels asked = new RememberedSilence(models);
        List<TurnReplay> results = new ArrayList<>();
        for (String conversation : conversations) {
            archive.of(conversation).forEach(turn -> results.add(replay(turn, asked)));
        }
        List<TurnReplay> listed = results.stream()
                .filter(result -> result.outcome() != ReplayOutcome.IDENTICAL)
                .toList();
        return report(
                conversations.size(), results, listed, conversations.size() < limit ? null : conversations.getLast());
    }

    /**
     * The turns of a conversation that are recorded and can be read.
     *
     * @throws FaultException {@link Fault#TURN_NOT_FOUND}
     */
    List<RecordedTurn> list(String conversation) {
        return turns(conversation).stream()
                .flatMap(turn -> readable(turn).stream())
                .map(Explanations::brief)
                .toList();
    }

    /**
     * @throws FaultException {@link Fault#TURN_NOT_FOUND}
     */
    TurnExplanation explain(String conversation, int turn) {
        return readable(found(conversation, turn))
                .map(Explanations::of)
                .orElseThrow(() -> new FaultException(
                        Fault.TURN_NOT_FOUND,
                        "What is recorded of turn " + turn + " of conversation " + conversation
                                + " cannot be read: was parley.secrets.key changed?"));
    }

    private Optional<TurnRecord> readable(SealedTurn turn) {
        try {
            return Optional.of(seal.open(turn));
        } catch (IllegalStateException e) {
            log.atDebug()
                    .addKeyValue("conversation", turn.conversationId())
                    .setCause(e)
                    .log("a record cannot be read");
            return Optional.empty();
        }
    }

    private TurnReplay replay(SealedTurn turn, VersionedModels asked) {
        TurnRecord recorded;
        try {
            recorded = seal.open(turn);
        } catch (IllegalStateException e) {
            return notPlayed(turn, ReplayOutcome.UNREADABLE, String.valueOf(e.getMessage()));
        }
        Optional<String> changed = retake.changedSince(recorded);
        if (changed.isPresent()) {
            return notPlayed(turn, ReplayOutcome.CAMPAIGN_CHANGED, changed.get());
        }
        try {
            Retake.Retaken retaken = retake.play(recorded, asked);
            return played(turn, Comparison.first(recorded, retaken.record()), retaken.fromRecord());
        } catch (RuntimeException e) {
            // One turn must not keep the others from being played. Not the message: it may quote the customer.
            log.atWarn()
                    .addKeyValue("conversation", turn.conversationId())
                    .addKeyValue("turn", turn.turn())
                    .addKeyValue("failure", e.getClass().getName())
                    .log("a recorded turn cannot be played again");
            String failure = "it cannot be played: " + e.getClass().getSimpleName();
            return played(turn, Optional.of(new Difference("turn", "it was played", failure)), List.of());
        }
    }

    private static TurnReplay played(SealedTurn turn, Optional<Difference> difference, List<String> fromRecord) {
        return new TurnReplay(
                turn.conversationId(),
                turn.turn(),
                difference.isPresent() ? ReplayOutcome.DIFFERENT : ReplayOutcome.IDENTICAL,
                difference.orElse(null),
                fromRecord,
                null);
    }

    private static TurnReplay notPlayed(SealedTurn turn, ReplayOutcome outcome, String detail) {
        return new TurnReplay(turn.conversationId(), turn.turn(), outcome, null, List.of(), detail);
    }

    private static ReplayReport report(
            int conversations, List<TurnReplay> all, List<TurnReplay> listed, @Nullable String next) {
        return new ReplayReport(
                conversations,
                all.size(),
                count(all, ReplayOutcome.IDENTICAL),
                count(all, ReplayOutcome.DIFFERENT),
                count(all, ReplayOutcome.CAMPAIGN_CHANGED),
                count(all, ReplayOutcome.UNREADABLE),
                (int) all.stream()
                        .filter(result -> !result.modelsFromRecord().isEmpty())
                        .count(),
                listed,
                next);
    }

    private static int count(List<TurnReplay> results, ReplayOutcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private List<SealedTurn> turns(String conversation) {
        List<SealedTurn> turns = archive.of(conversation);
        if (turns.isEmpty()) {
            throw new FaultException(
                    Fault.TURN_NOT_FOUND,
                    "No turn of conversation " + conversation + " is recorded; see parley.archive.days.");
        }
        return turns;
    }

    private SealedTurn found(String conversation, int turn) {
        return archive.find(conversation, turn)
                .orElseThrow(() -> new FaultException(
                        Fault.TURN_NOT_FOUND,
                        "Turn " + turn + " of conversation " + conversation
                                + " is not recorded; turns are counted from 1, see parley.archive.days."));
    }
}
