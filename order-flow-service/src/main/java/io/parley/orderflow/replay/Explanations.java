package io.parley.orderflow.replay;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.privacy.MaskedText;
import io.parley.contracts.replay.RecordedTurn;
import io.parley.contracts.replay.TurnExplanation;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.secret.Vault;
import io.parley.orderflow.turn.Seen;
import io.parley.orderflow.turn.TurnRecord;
import io.parley.session.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells of a record why the reply was given. */
final class Explanations {

    private static final String SEALED = "••••";

    private Explanations() {}

    static RecordedTurn brief(TurnRecord record) {
        return new RecordedTurn(
                record.turn(),
                record.turnId(),
                record.at(),
                masked(record),
                record.exchange().reply(),
                record.after().state(),
                record.decision());
    }

    static TurnExplanation of(TurnRecord record) {
        Seen seen = record.seen();
        Optional<NextStateReply> network = Optional.ofNullable(seen.nextState()).map(Seen.NextState::reply);
        Optional<AnswerReply> memory = Optional.ofNullable(seen.answer()).map(Seen.Answer::reply);
        return new TurnExplanation(
                record.conversation(),
                record.turn(),
                record.campaign(),
                record.at(),
                record.isRehearsal(),
                masked(record),
                record.exchange().reply(),
                record.before().state(),
                record.after().state(),
                new TurnExplanation.Decision(
                        record.decision(),
                        record.confidence(),
                        record.ground().label(),
                        record.ground().words()),
                slots(record.before()),
                slots(record.after()),
                nextState(seen.nextState()),
                answer(seen.answer()),
                record.replies().stream()
                        .map(said -> new TurnExplanation.Said(said.bucket(), said.variant(), said.text()))
                        .toList(),
                fact(record).orElse(null),
                pitch(record).orElse(null),
                Optional.ofNullable(seen.payment()).map(Seen.Payment::result).orElse(null),
                record.order() == null ? null : record.order().orderId(),
                new TurnExplanation.Versions(
                        record.campaignVersion(),
                        record.factsHash(),
                        network.map(NextStateReply::model).orElse(null),
                        memory.map(AnswerReply::model).orElse(null),
                        record.before().contact().seed()),
                new TreeMap<>(record.micros()),
                desk(seen.desk()));
    }

    private static TurnExplanation.@Nullable Desk desk(@Nullable Desk seen) {
        return seen == null ? null : new TurnExplanation.Desk(seen.onDuty(), seen.place(), seen.usualWaitSeconds());
    }

    private static String masked(TurnRecord record) {
        return new MaskedText(record.said()).value();
    }

    private static TurnExplanation.@Nullable NextState nextState(Seen.@Nullable NextState asked) {
        if (asked == null) {
            return null;
        }
        NextStateReply reply = asked.reply() == null ? NextStateReply.failed("", "") : asked.reply();
        return new TurnExplanation.NextState(
                asked.question().allowed(),
                asked.question().history(),
                asked.reply() != null,
                reply.ranking(),
                reply.acceptAt(),
                reply.outOfScope(),
                reply.outOfScopeAt(),
                reply.because(),
                null);
    }

    private static TurnExplanation.@Nullable Answer answer(Seen.@Nullable Answer asked) {
        if (asked == null) {
            return null;
        }
        AnswerReply reply = asked.reply() == null ? AnswerReply.failed("", "") : asked.reply();
        return new TurnExplanation.Answer(
                asked.question().kind(), asked.reply() != null, reply.facts(), reply.noFact(), reply.noFactAt());
    }

    private static Map<String, List<String>> slots(Session session) {
        Map<String, List<String>> slots = new TreeMap<>();
        session.slots()
                .forEach((slot, values) -> slots.put(
                        slot,
                        values.stream()
                                .map(value -> Vault.isSealed(value) ? SEALED : value)
                                .toList()));
        return slots;
    }

    private static Optional<String> fact(TurnRecord record) {
        List<String> told = record.after().memory().told();
        boolean now = record.replies().stream().anyMatch(said -> said.bucket().equals("answer"));
        return now && !told.isEmpty() ? Optional.of(told.getLast()) : Optional.empty();
    }

    private static Optional<String> pitch(TurnRecord record) {
        List<String> pitched = record.after().memory().pitched();
        boolean now = pitched.size() > record.before().memory().pitched().size();
        return now ? Optional.of(pitched.getLast()) : Optional.empty();
    }
}
