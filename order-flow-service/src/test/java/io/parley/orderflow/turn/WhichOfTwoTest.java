package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.contracts.review.ReviewReason;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.campaign.CampaignFolders;
import io.parley.orderflow.campaign.Campaigns;
import io.parley.orderflow.policy.NextStateQuestion;
import io.parley.orderflow.review.DoubtfulTurn;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Which;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has two readings is asked about, once, and what the customer chooses is done. */
class WhichOfTwoTest {

    private static final String UNCLEAR = "well how about the rocket";
    private static final String QUESTION = "hi, do you have a shop in town";
    private static final String FOR_A_PERSON = "is there somebody I can talk to";

    private final Campaigns campaigns = CampaignFolders.giftCard();

    @Test
    void givenTwoLikelyNextStates_whenSaid_thenTheCustomerIsAskedWhichAndNothingHappensYet() {
        TurnRecord asked = play(UNCLEAR).getLast();

        assertThat(asked.decision()).isEqualTo("ask-which");
        assertThat(asked.ground()).isEqualTo(Ground.TWO_LIKELY);
        assertThat(asked.exchange().reply()).contains("“ask a question”").contains("“go on with the order”");
        assertThat(asked.exchange().choices()).containsExactly("ask a question", "go on with the order");
        assertThat(asked.after().memory().asked()).isEqualTo(new Which(null, "question", "ask-quantity"));
        assertThat(asked.after().state()).isEqualTo("ask-design");
        assertThat(asked.after().slots()).isEmpty();
        assertReplays(asked);
    }

    @Test
    void givenTheQuestion_whenTheWayOnIsChosen_thenTheFirstWordsLeadOn() {
        TurnRecord chosen = play(UNCLEAR, "the second").getLast();

        assertThat(chosen.ground()).isEqualTo(Ground.CHOSEN);
        assertThat(chosen.after().state()).isEqualTo("ask-quantity");
        assertThat(chosen.after().slots()).containsEntry("design", List.of("rocket"));
        assertThat(chosen.after().memory().asked()).isNull();
        assertThat(chosen.after().memory().misses()).isZero();
        assertReplays(chosen);
    }

    @Test
    void givenTheQuestion_whenTheOtherReadingIsChosen_thenTheFirstWordsAreAnswered() {
        TurnRecord chosen = play(UNCLEAR, "a question").getLast();

        assertThat(chosen.decision()).isEqualTo("ask");
        assertThat(Optional.ofNullable(chosen.seen().answer())
                        .map(answer -> answer.question().text().value()))
                .contains(UNCLEAR);
        assertThat(chosen.after().slots()).isEmpty();
        assertReplays(chosen);
    }

    @Test
    void givenTheQuestion_whenSomethingElseIsSaid_thenThatIsTakenAsEver() {
        TurnRecord other = play(UNCLEAR, "the rocket").getLast();

        assertThat(other.ground()).isEqualTo(Ground.NETWORK);
        assertThat(other.after().state()).isEqualTo("ask-quantity");
    }

    @Test
    void givenTheQuestion_whenTheSameIsSaidAgain_thenItIsNotAskedTwiceInARow() {
        List<TurnRecord> turns = play(UNCLEAR, UNCLEAR, UNCLEAR);

        assertThat(turns.stream().map(TurnRecord::decision).toList())
                .containsExactly("advance", "ask-which", "ask", "ask-which");
    }

    @Test
    void givenWordsOfWhichAPartIsMasked_whenTheyHaveTwoReadings_thenNobodyIsAsked() {
        TurnRecord turn = play(UNCLEAR + " for ada@example.com").getLast();

        assertThat(turn.ground()).isEqualTo(Ground.NETWORK);
    }

    @Test
    void givenWordsThatBeginAsAQuestionDoes_whenTheyHaveTwoReadings_thenTheyAreTakenForOne() {
        TurnRecord asked = play(QUESTION).getLast();

        assertThat(asked.decision()).isEqualTo("ask");
        assertThat(asked.ground()).isEqualTo(Ground.ASKS_A_QUESTION);
        assertReplays(asked);
    }

    @Test
    void givenWordsThatBeginAsAQuestionDoes_whenAPersonIsMeantRather_thenThatCounts() {
        assertThat(play(FOR_A_PERSON).getLast().decision()).isEqualTo("hand-off");
    }

    @Test
    void givenAVersionThatNeverAsks_whenTwoAreLikely_thenTheFirstIsTaken() {
        TurnRecord turn = played(new Unclear(null), UNCLEAR).getLast();

        assertThat(turn.decision()).isEqualTo("ask");
    }

    @Test
    void givenADoubtThatIsAboutAsLikely_whenTheYesThatWasAskedForIsSaid_thenItLeadsOn() {
        Scene scene = new Stage(GiftCards.campaign())
                .scene(
                        "offer-ribbon",
                        List.of("greeting"),
                        Map.of("design", List.of("rocket"), "quantity", List.of("2")));
        NextStateReply reply = new NextStateReply(
                "r-1",
                List.of(
                        new ScoredState("hesitation", 0.46),
                        new ScoredState("confirm-order", 0.44),
                        new ScoredState("question", 0.1)),
                0.1,
                0.5,
                0.9,
                0.2,
                new ModelProvenance("v1", "d1", 7),
                List.of(),
                0,
                null);
        Decided doubting = new Decided(new Decision.Hesitate(), 0.46, Ground.UNSURE);
        Words words = Words.of("yes, that sounds good");
        Extraction yes = new Extraction(Map.of("wants_ribbon", List.of("yes")), Map.of());

        assertThat(TwoLikely.weigh(scene, doubting, yes, Optional.of(reply), words))
                .isEqualTo(new Decided(new Decision.Advance("confirm-order"), 0.46, Ground.ANSWERED));
        assertThat(TwoLikely.weigh(scene, doubting, Stage.NOTHING, Optional.of(reply), words)
                        .ground())
                .isEqualTo(Ground.TWO_LIKELY);
        Extraction plenty = new Extraction(Map.of("quantity", List.of("3"), "extras", List.of("note")), Map.of());
        assertThat(TwoLikely.weigh(scene, doubting, plenty, Optional.of(reply), words))
                .as("whoever gives so much at once is not asked whether they doubt")
                .isEqualTo(doubting);
    }

    @Test
    void givenTwoOptionsNamed_whenTheCustomerChooses_thenTheChoiceFillsTheSlot() {
        List<TurnRecord> turns = play("flowers, rocket", "the last one");

        assertThat(turns.get(1).ground()).isEqualTo(Ground.FITS_TWO);
        assertThat(turns.get(1).exchange().choices()).containsExactly("flowers", "a rocket");
        assertThat(turns.getLast().after().slots()).containsEntry("design", List.of("rocket"));
        assertThat(turns.getLast().after().state()).isEqualTo("ask-quantity");
        turns.forEach(this::assertReplays);
    }

    @Test
    void givenAChoice_whenTheTurnIsLookedAt_thenTheFirstWordsAreProposedWithTheChosenLabel() {
        List<List<DoubtfulTurn>> doubtful =
                RecordedPurchase.doubtful(campaigns, List.of("yes please", UNCLEAR, "the second"), new Unclear(0.2));

        assertThat(doubtful.getFirst()).isEmpty();
        assertThat(doubtful.get(1)).singleElement().satisfies(turn -> {
            assertThat(turn.reason()).isEqualTo(ReviewReason.AMBIGUOUS);
            assertThat(turn.proposed()).isEqualTo("question");
            assertThat(turn.confidence()).isEqualTo(0.48);
        });
        assertThat(doubtful.getLast()).singleElement().satisfies(turn -> {
            assertThat(turn.reason()).isEqualTo(ReviewReason.CHOSEN);
            assertThat(turn.text().value()).isEqualTo(UNCLEAR);
            assertThat(turn.state()).isEqualTo("ask-design");
            assertThat(turn.proposed()).isEqualTo("ask-quantity");
            assertThat(turn.uncertainty()).isEqualTo(1);
        });
    }

    private List<TurnRecord> play(String... said) {
        return played(new Unclear(0.2), said);
    }

    private List<TurnRecord> played(Outside outside, String... said) {
        List<String> all = new ArrayList<>(List.of("yes please"));
        all.addAll(Arrays.asList(said));
        return RecordedPurchase.of(campaigns, "c-1", "chat", all, outside);
    }

    private void assertReplays(TurnRecord record) {
        Retake.Retaken again = RecordedPurchase.retake(campaigns).play(record, RecordedPurchase.gone());
        assertThat(again.record().timeless()).isEqualTo(record.timeless());
    }

    /** A network that cannot tell a question from a choice. */
    private static final class Unclear extends RecordedPurchase.World {

        private final @Nullable Double within;

        Unclear(@Nullable Double within) {
            this.within = within;
        }

        @Override
        public Optional<NextStateReply> nextState(NextStateQuestion question) {
            if (question.text().value().contains(FOR_A_PERSON)) {
                return Optional.of(Rankings.of(new ScoredState("person", 0.7), new ScoredState("question", 0.2)));
            }
            if (!question.text().value().contains(UNCLEAR)
                    && !question.text().value().contains(QUESTION)) {
                return super.nextState(question);
            }
            return Optional.of(new NextStateReply(
                    "r",
                    List.of(
                            new ScoredState("question", 0.48),
                            new ScoredState("ask-quantity", 0.44),
                            new ScoredState("other", 0.08)),
                    0.1,
                    0.45,
                    0.9,
                    within,
                    new ModelProvenance("v1", "hash", 1),
                    List.of(),
                    1,
                    null));
        }
    }
}
