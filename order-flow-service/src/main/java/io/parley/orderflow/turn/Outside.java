package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.NextStateQuestion;
import java.util.Optional;

/** All that a turn learns from beyond the session, the words and the time. What a live turn learnt, a replay is told again. */
interface Outside {

    /** Nothing if the network did not answer in time. */
    Optional<NextStateReply> nextState(NextStateQuestion question);

    /** Nothing if the memory did not answer in time. */
    Optional<AnswerReply> answer(AnswerQuestion question);

    /** By what a campaign's pitches are chosen now. */
    PitchOdds odds(String campaign);

    /** Whether the conversation's order is in the database. */
    boolean isOrdered(String conversation);

    /**
     * What the desk looks like to a customer.
     *
     * @param handOff by whose id the customer waits, or would
     */
    Desk desk(String handOff);

    /**
     * @param charge its card may be sealed
     */
    PaymentResult charge(String conversation, Charge charge);
}
