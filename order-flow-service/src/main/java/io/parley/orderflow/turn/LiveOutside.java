package io.parley.orderflow.turn;

import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.handoff.Desks;
import io.parley.orderflow.order.OrderIds;
import io.parley.orderflow.order.Orders;
import io.parley.orderflow.order.PaymentProvider;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.orderflow.pitch.PitchSnapshots;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.Models;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.secret.Vault;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The world as it is: the models in use, the database, the payment provider. */
@Component
final class LiveOutside implements Outside {

    private final Models models;
    private final PitchSnapshots pitches;
    private final Orders orders;
    private final PaymentProvider payments;
    private final Desks desks;
    private final Vault vault;

    LiveOutside(
            Models models, PitchSnapshots pitches, Orders orders, PaymentProvider payments, Desks desks, Vault vault) {
        this.models = models;
        this.pitches = pitches;
        this.orders = orders;
        this.payments = payments;
        this.desks = desks;
        this.vault = vault;
    }

    @Override
    public Optional<NextStateReply> nextState(NextStateQuestion question) {
        return models.nextState(question);
    }

    @Override
    public Optional<AnswerReply> answer(AnswerQuestion question) {
        return models.answer(question);
    }

    @Override
    public PitchOdds odds(String campaign) {
        return pitches.odds(campaign);
    }

    @Override
    public boolean isOrdered(String conversation) {
        return orders.find(OrderIds.of(conversation)).isPresent();
    }

    @Override
    public Desk desk(String handOff) {
        return desks.seenBy(handOff);
    }

    @Override
    public PaymentResult charge(String conversation, Charge charge) {
        Optional<String> card = charge.card().map(kept -> Vault.isSealed(kept) ? vault.open(kept, conversation) : kept);
        return payments.charge(new Charge(charge.orderId(), charge.amount(), charge.currency(), card));
    }
}
