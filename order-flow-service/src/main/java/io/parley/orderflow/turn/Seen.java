package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a turn learnt from outside; absent where it did not ask.
 *
 * @param nextState what the network was asked and replied
 * @param answer what the memory was asked and replied
 * @param counted what was counted of the likeliest fact's pitches, by their ids; null where none was counted
 * @param ordered whether the order was in the database before the turn
 * @param payment what the payment provider said
 * @param desk what the desk looked like
 * @param failed what was asked and failed: {@code order}, {@code payment} or {@code desk}
 */
public record Seen(
        @Nullable NextState nextState,
        @Nullable Answer answer,
        @Nullable Map<String, PitchOdds.Counted> counted,
        @Nullable Boolean ordered,
        @Nullable Payment payment,
        @Nullable Desk desk,
        @Nullable String failed) {

    static final String ORDER = "order";
    static final String PAYMENT = "payment";
    static final String DESK = "desk";

    /**
     * The network was asked.
     *
     * @param reply without what differs each time it is asked; null if it did not come in time
     */
    public record NextState(
            NextStateQuestion question, @Nullable NextStateReply reply) {}

    /**
     * The memory was asked.
     *
     * @param reply without what differs each time it is asked; null if it did not come in time
     */
    public record Answer(AnswerQuestion question, @Nullable AnswerReply reply) {}

    /**
     * The payment provider was asked.
     *
     * @param result {@code approved}, {@code declined} or {@code timed-out}
     * @param reference the provider's, if it approved
     */
    public record Payment(String result, @Nullable String reference) {

        private static final String APPROVED = "approved";
        private static final String DECLINED = "declined";
        private static final String TIMED_OUT = "timed-out";

        static Payment of(PaymentResult result) {
            return switch (result) {
                case PaymentResult.Approved approved -> new Payment(APPROVED, approved.reference());
                case PaymentResult.Declined declined -> new Payment(DECLINED, null);
                case PaymentResult.TimedOut timedOut -> new Payment(TIMED_OUT, null);
            };
        }

        /**
         * @throws IllegalStateException if it is none of these results
         */
        PaymentResult said() {
            return switch (result) {
                case APPROVED -> new PaymentResult.Approved(Objects.requireNonNull(reference, "of an approval"));
                case DECLINED -> new PaymentResult.Declined();
                case TIMED_OUT -> new PaymentResult.TimedOut();
                default -> throw new IllegalStateException("no payment ends " + result);
            };
        }
    }

    /** A reply without the request's id and the time it took. */
    static NextStateReply timeless(NextStateReply reply) {
        return new NextStateReply(
                "",
                reply.ranking(),
                reply.outOfScope(),
                reply.acceptAt(),
                reply.outOfScopeAt(),
                reply.askWithin(),
                reply.model(),
                reply.because(),
                0,
                null);
    }

    /** A reply without the request's id and the time it took. */
    static AnswerReply timeless(AnswerReply reply) {
        return new AnswerReply(
                "", reply.facts(), reply.noFact(), reply.noFactAt(), reply.kind(), reply.model(), 0, null);
    }
}
