package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.RecalledFact;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.policy.VersionedModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The world as a turn found it. The versions of the models that answered then are asked again, and only where they are gone
 * their replies are taken from the record; a reply that did not come then does not come now.
 */
final class Recalled implements Outside {

    private final Seen seen;
    private final VersionedModels models;
    private final List<String> fromRecord = new ArrayList<>();

    Recalled(Seen seen, VersionedModels models) {
        this.seen = seen;
        this.models = models;
    }

    @Override
    public Optional<NextStateReply> nextState(NextStateQuestion question) {
        return Optional.ofNullable(seen.nextState())
                .map(Seen.NextState::reply)
                .map(then -> again(
                        "next-state",
                        then,
                        NextStateReply::model,
                        model -> models.nextState(question, model.version()).map(Seen::timeless)));
    }

    @Override
    public Optional<AnswerReply> answer(AnswerQuestion question) {
        return Optional.ofNullable(seen.answer())
                .map(Seen.Answer::reply)
                .map(then -> again(
                        "answers",
                        then,
                        AnswerReply::model,
                        model -> models.answer(question, model.version()).map(Seen::timeless)));
    }

    @Override
    public PitchOdds odds(String campaign) {
        Map<String, PitchOdds.Counted> counted = seen.counted();
        return counted == null
                ? PitchOdds.IN_ORDER
                : likeliest().map(fact -> PitchOdds.of(fact, counted)).orElse(PitchOdds.IN_ORDER);
    }

    @Override
    public boolean isOrdered(String conversation) {
        failAsThen(Seen.ORDER);
        return Boolean.TRUE.equals(seen.ordered());
    }

    @Override
    public Desk desk(String handOff) {
        failAsThen(Seen.DESK);
        return Optional.ofNullable(seen.desk()).orElse(Desk.EMPTY);
    }

    @Override
    public PaymentResult charge(String conversation, Charge charge) {
        failAsThen(Seen.PAYMENT);
        return Optional.ofNullable(seen.payment())
                .map(Seen.Payment::said)
                .orElseThrow(() -> new IllegalStateException("nothing was charged in this turn"));
    }

    /** The models whose replies were taken from the record, with their versions. */
    List<String> fromRecord() {
        return List.copyOf(fromRecord);
    }

    /** The reply of the version that replied then; of another model under the same name nothing is taken. */
    private <R> R again(
            String kind,
            R then,
            Function<R, @Nullable ModelProvenance> provenance,
            Function<ModelProvenance, Optional<R>> asking) {
        ModelProvenance model = Objects.requireNonNull(provenance.apply(then), "a reply names who made it");
        return asking.apply(model)
                .filter(now -> model.equals(provenance.apply(now)))
                .orElseGet(() -> {
                    fromRecord.add(kind + " " + model.version());
                    return then;
                });
    }

    private Optional<String> likeliest() {
        return Optional.ofNullable(seen.answer())
                .map(Seen.Answer::reply)
                .flatMap(reply -> reply.facts().stream().map(RecalledFact::fact).findFirst());
    }

    private void failAsThen(String what) {
        if (what.equals(seen.failed())) {
            throw new IllegalStateException("it failed then");
        }
    }
}
