package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.session.Session.Awaiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever leaves a number that cannot be rung is asked for it again, and not for something else. */
class CallBackNumberTest {

    @Test
    void givenANumberIsAskedFor_whenItCannotBeRung_thenItIsAskedForAgainAndTheOneThatCanIsTaken() {
        List<TurnRecord> turns = play("it's 07700 900123", "+44 7700 900123");

        TurnRecord refused = turns.get(turns.size() - 2);
        assertThat(refused.exchange().reply()).startsWith("I cannot ring that number");
        assertThat(refused.after().awaiting()).isEqualTo(Awaiting.CALL_BACK_NUMBER);
        assertThat(turns.getLast().exchange().reply()).startsWith("Thank you, a colleague will call you");
        assertThat(turns.getLast().after().awaiting()).isNull();
    }

    @Test
    void givenANumberIsAskedFor_whenNoneThatCanBeRungIsEverGiven_thenTheConversationGoesOn() {
        String number = "07700 900123";
        TurnRecord last = play(number, number, number, number, number).getLast();

        assertThat(last.exchange().reply()).doesNotStartWith("I cannot ring that number");
    }

    private static List<TurnRecord> play(String... answers) {
        List<String> said = new ArrayList<>(List.of("yes please", "a person please"));
        said.addAll(List.of(answers));
        return RecordedPurchase.of(CampaignFolders.giftCard(), "c-1", "chat", said, new World());
    }

    private static final class World extends RecordedPurchase.World {

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            return question.text().value().contains("person")
                    ? Optional.of(Rankings.of(List.of(new ScoredState("person", 0.9), new ScoredState("other", 0.1))))
                    : super.nextState(question);
        }
    }
}
