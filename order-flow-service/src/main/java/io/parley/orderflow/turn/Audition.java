package io.parley.orderflow.turn;

import io.parley.contracts.FaultException;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.NextStateReply;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.handoff.Desk;
import io.parley.orderflow.order.PaymentProvider.Charge;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.pitch.PitchOdds;
import io.parley.orderflow.policy.AnswerQuestion;
import io.parley.orderflow.policy.CurrentModels;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Plays a recorded conversation with a candidate in place of what was in use, by the code that plays live turns. The
 * customer says what they said then; nothing takes effect.
 */
@Component
public final class Audition {

    private final Act act;
    private final CurrentModels models;

    Audition(Act act, CurrentModels models) {
        this.act = act;
        this.models = models;
    }

    /**
     * Who plays.
     *
     * @param nextState the version of the next-state model; absent for those that answered then
     * @param answers the version of the answer model; absent for those that answered then
     */
    public record Cast(OfferedCampaign campaign, Optional<String> nextState, Optional<String> answers) {}

    /**
     * Every turn as it goes with that cast, up to the end of the conversation.
     *
     * @param recorded the turns of one conversation, oldest first; at least one
     * @throws FaultException as a live turn does
     */
    public List<TurnRecord> play(List<TurnRecord> recorded, Cast cast) {
        boolean approved = recorded.stream().anyMatch(turn -> turn.order() != null);
        List<TurnRecord> played = new ArrayList<>();
        Session session = recorded.getFirst().before();
        for (TurnRecord then : recorded) {
            if (!session.isOpen()) {
                break;
            }
            Witness witness = new Witness(new Stand(then, cast, approved));
            Words words = Words.of(then.said());
            Spoken spoken = act.play(cast.campaign(), session, then.turnId(), words, then.at(), witness);
            played.add(TurnRecord.of(session, words, spoken, witness));
            session = spoken.session();
        }
        return played;
    }

    /** The world of a recorded turn, with other models in it. */
    private final class Stand implements Outside {

        private final TurnRecord then;
        private final Cast cast;
        private final boolean approved;
        private final Recalled recalled;

        /** @param approved whether the customer's card was approved in the end */
        Stand(TurnRecord then, Cast cast, boolean approved) {
            this.then = then;
            this.cast = cast;
            this.approved = approved;
            this.recalled = new Recalled(then.seen(), models);
        }

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            Optional<String> version = cast.nextState()
                    .or(() -> Optional.ofNullable(then.seen().nextState())
                            .map(Seen.NextState::reply)
                            .map(NextStateReply::model)
                            .map(model -> model.version()));
            return version.flatMap(name -> models.nextState(question, name))
                    .or(() -> cast.nextState().isPresent() ? Optional.empty() : models.nextState(question));
        }

        @Override
        public Optional<AnswerReply> answer(AnswerQuestion question) {
            Optional<String> version = cast.answers()
                    .or(() -> Optional.ofNullable(then.seen().answer())
                            .map(Seen.Answer::reply)
                            .map(AnswerReply::model)
                            .map(model -> model.version()));
            return version.flatMap(name -> models.answer(question, name))
                    .or(() -> cast.answers().isPresent() ? Optional.empty() : models.answer(question));
        }

        @Override
        public PitchOdds odds(String campaign) {
            return recalled.odds(campaign);
        }

        @Override
        public boolean isOrdered(String conversation) {
            return false;
        }

        @Override
        public Desk desk(String handOff) {
            return recalled.desk(handOff);
        }

        /** What the provider said in this turn, or what it would have said to that customer. */
        @Override
        public PaymentResult charge(String conversation, Charge charge) {
            return Optional.ofNullable(then.seen().payment())
                    .map(Seen.Payment::said)
                    .orElseGet(() -> approved ? new PaymentResult.Approved("candidate") : new PaymentResult.Declined());
        }
    }
}
