package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.policy.NextStateQuestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever proposes a day as if it were a question gives it. */
class ProposalTest {

    @Test
    void givenADayIsAsked_whenOneIsProposed_thenItIsTaken() {
        TurnRecord turn = last("What about next Friday?");

        assertThat(turn.decision()).isEqualTo("advance");
        assertThat(turn.after().slots()).containsKey("delivery_date");
    }

    @Test
    void givenADayIsAsked_whenSomethingIsAskedAboutIt_thenItIsAnswered() {
        assertThat(last("What if I am away next Friday?").decision()).isEqualTo("ask");
        assertThat(last("How about next Friday, is there a courier?").decision())
                .isEqualTo("ask");
    }

    private static TurnRecord last(String said) {
        return RecordedPurchase.of(
                        CampaignFolders.giftCard(),
                        "c-1",
                        "chat",
                        List.of("yes please", "the rocket", "two", said),
                        new World())
                .getLast();
    }

    private static final class World extends RecordedPurchase.World {

        private static final Map<String, String> WAYS =
                Map.of("yes please", "ask-design", "the rocket", "ask-quantity", "two", "ask-delivery");

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            String next = WAYS.getOrDefault(question.text().value(), "question");
            return Optional.of(Rankings.of(List.of(new ScoredState(next, 0.9), new ScoredState("other", 0.1))));
        }
    }
}
