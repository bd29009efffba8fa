package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.RecalledFact;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes down what one turn asks the outside, what it hears, and how long its steps take. Mutable, used by one thread. */
final class Witness implements Outside {

    private final Outside outside;
    private final Map<String, Long> steps = new TreeMap<>();
    private final Map<String, Long> inside = new TreeMap<>();

    private Seen.@Nullable NextState nextState;
    private Seen.@Nullable Answer answer;
    private Seen.@Nullable Payment payment;
    private @Nullable PitchOdds odds;
    private @Nullable Boolean ordered;
    private @Nullable Desk desk;
    private @Nullable String failed;

    Witness(Outside outside) {
        this.outside = outside;
    }

    /** Does a step of the turn. */
    <T> T timed(String step, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            steps.put(step, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
        }
    }

    @Override
    public Optional<NextStateReply> nextState(NextStateQuestion question) {
        Optional<NextStateReply> reply = timed("next-state", () -> outside.nextState(question));
        reply.ifPresent(heard -> inside.put("next-state.model", heard.micros()));
        nextState = new Seen.NextState(question, reply.map(Seen::timeless).orElse(null));
        return reply;
    }

    @Override
    public Optional<AnswerReply> answer(AnswerQuestion question) {
        Optional<AnswerReply> reply = timed("answer", () -> outside.answer(question));
        reply.ifPresent(heard -> inside.put("answer.model", heard.micros()));
        answer = new Seen.Answer(question, reply.map(Seen::timeless).orElse(null));
        return reply;
    }

    @Override
    public PitchOdds odds(String campaign) {
        PitchOdds now = outside.odds(campaign);
        odds = now;
        return now;
    }

    @Override
    public boolean isOrdered(String conversation) {
        boolean is = orNote(Seen.ORDER, () -> outside.isOrdered(conversation));
        ordered = is;
        return is;
    }

    @Override
    public Desk desk(String handOff) {
        Desk now = timed("desk", () -> orNote(Seen.DESK, () -> outside.desk(handOff)));
        desk = now;
        return now;
    }

    @Override
    public PaymentResult charge(String conversation, Charge charge) {
        PaymentResult result = timed("payment", () -> orNote(Seen.PAYMENT, () -> outside.charge(conversation, charge)));
        payment = Seen.Payment.of(result);
        return result;
    }

    /** What was heard so far. */
    Seen seen() {
        return new Seen(nextState, answer, counted().orElse(null), ordered, payment, desk, failed);
    }

    /** How long the steps took so far, microseconds. */
    Map<String, Long> steps() {
        return Collections.unmodifiableMap(steps);
    }

    /** The same with how long the models say that they took of it. */
    Map<String, Long> micros() {
        Map<String, Long> micros = new TreeMap<>(steps);
        micros.putAll(inside);
        return micros;
    }

    private <T> T orNote(String what, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (RuntimeException e) {
            failed = what;
            throw e;
        }
    }

    private Optional<Map<String, PitchOdds.Counted>> counted() {
        Optional<String> likeliest = Optional.ofNullable(answer)
                .map(Seen.Answer::reply)
                .flatMap(reply -> reply.facts().stream().map(RecalledFact::fact).findFirst());
        return Optional.ofNullable(odds).flatMap(all -> likeliest.flatMap(all::counted));
    }
}
