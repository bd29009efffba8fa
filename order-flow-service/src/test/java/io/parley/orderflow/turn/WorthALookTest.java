package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.review.ReviewReason;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.review.DoubtfulTurn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which utterances operators should look at. */
class WorthALookTest {

    @Test
    void givenAnUnsureNetwork_whenSaid_thenTheWordsAreOfLowConfidenceAndMasked() {
        assertThat(last("yes please", "blah for ada@example.com"))
                .singleElement()
                .satisfies(turn -> {
                    assertThat(turn.reason()).isEqualTo(ReviewReason.LOW_CONFIDENCE);
                    assertThat(turn.text().value()).isEqualTo("blah for <email>");
                    assertThat(turn.state()).isEqualTo("ask-design");
                    assertThat(turn.proposed()).isEqualTo("cancelled");
                    assertThat(turn.confidence()).isEqualTo(0.3);
                    assertThat(turn.uncertainty()).isBetween(0.9, 1.0);
                    assertThat(turn.toString()).doesNotContain("blah");
                });
    }

    @Test
    void givenWordsThatWereNotUnderstoodThreeTimes_whenAPersonIsOffered_thenTheyLedToAPersonToo() {
        assertThat(last("yes please", "so", "so so", "so so so"))
                .extracting(DoubtfulTurn::reason)
                .containsExactly(ReviewReason.LOW_CONFIDENCE, ReviewReason.HANDED_OFF);
    }

    @Test
    void givenACorrectionRightAfterwards_whenTheTurnIsTaken_thenTheWordsBeforeAreDoubtful() {
        assertThat(last("yes please", "the rocket", "two", "make that five cards"))
                .singleElement()
                .satisfies(turn -> {
                    assertThat(turn.reason()).isEqualTo(ReviewReason.CORRECTED);
                    assertThat(turn.text().value()).isEqualTo("two");
                    assertThat(turn.state()).isEqualTo("ask-quantity");
                    assertThat(turn.proposed()).isEqualTo("ask-delivery");
                });
    }

    @Test
    void givenAPersonIsAskedFor_whenTheTurnIsTaken_thenTheWordsBeforeAreDoubtful() {
        assertThat(last("yes please", "the rocket", "person please"))
                .singleElement()
                .satisfies(turn -> {
                    assertThat(turn.reason()).isEqualTo(ReviewReason.HANDED_OFF);
                    assertThat(turn.text().value()).isEqualTo("the rocket");
                });
    }

    @Test
    void givenAStraightPurchase_whenTaken_thenOnlyTheCorrectedWordsAreDoubtful() {
        assertThat(RecordedPurchase.doubtful(CampaignFolders.giftCard(), RecordedPurchase.SAID, new World()).stream()
                        .flatMap(List::stream)
                        .map(DoubtfulTurn::reason))
                .containsExactly(ReviewReason.CORRECTED);
    }

    private static List<DoubtfulTurn> last(String... said) {
        return RecordedPurchase.doubtful(CampaignFolders.giftCard(), List.of(said), new World())
                .getLast();
    }

    private static final class World extends RecordedPurchase.World {

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            String text = question.text().value();
            if (text.startsWith("blah") || text.startsWith("so")) {
                return ranking(
                        new ScoredState("cancelled", 0.3),
                        new ScoredState("question", 0.3),
                        new ScoredState("other", 0.2),
                        new ScoredState("back", 0.2));
            }
            return text.startsWith("person") ? ranking(new ScoredState("person", 1)) : super.nextState(question);
        }

        private static Optional<NextStateReply> ranking(ScoredState... ranking) {
            return Optional.of(new NextStateReply(
                    "r",
                    List.of(ranking),
                    0.1,
                    0.7,
                    0.9,
                    0.1,
                    new ModelProvenance("v1", "hash", 1),
                    List.of(),
                    1,
                    null));
        }
    }
}
