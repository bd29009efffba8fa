package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Condition;
import io.parley.campaign.Edge;
import io.parley.campaign.Outcome;
import io.parley.campaign.SlotType;
import io.parley.campaign.State;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Extraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BranchReadingTest {

    private static final Extraction NO = new Extraction(Map.of("well", List.of("no")), Map.of());
    private static final Extraction YES = new Extraction(Map.of("well", List.of("yes")), Map.of());

    private final State asking = new State(
            "ask-health",
            List.of("well"),
            List.of("Are you well?"),
            List.of(),
            List.of(),
            List.of(
                    new Edge("offer-ribbon", Condition.ALWAYS, ""),
                    new Edge(
                            "confirm-order",
                            new Condition(Map.of("well", new Condition.Test.OneOf(List.of("no")))),
                            ""),
                    new Edge("cancelled", Condition.ALWAYS, "")),
            Condition.ALWAYS,
            false,
            false,
            false,
            Optional.<Outcome>empty(),
            false);

    @Test
    void givenASentenceWithANoInIt_whenTheNetworkIsSureOfTheWayOfAYes_thenItIsAYes() {
        assertThat(read(NO, "we have no medical problems", "offer-ribbon", 0.9)).isEqualTo(YES);
    }

    @Test
    void givenASentenceWithANoInIt_whenTheNetworkIsSureButNotCertainOfTheOpposite_thenItIsAskedAgain() {
        assertThat(read(NO, "we have no medical problems", "offer-ribbon", 0.8)).isEqualTo(Stage.NOTHING);
    }

    @Test
    void givenASentenceWithoutYesOrNo_whenTheNetworkIsSure_thenTheWayTellsTheValue() {
        assertThat(read(new Extraction(Map.of(), Map.of()), "my mother has a heart condition", "confirm-order", 0.9))
                .isEqualTo(NO);
    }

    @Test
    void givenASentenceWithoutYesOrNo_whenTheNetworkIsNotSureEnoughByItself_thenNothingIsTaken() {
        assertThat(read(Stage.NOTHING, "once more if you please", "offer-ribbon", 0.7))
                .isEqualTo(Stage.NOTHING);
        assertThat(read(YES, "we are all well, thank you", "offer-ribbon", 0.7)).isEqualTo(YES);
    }

    @Test
    void givenAQuestion_whenTheNetworkIsNotCertain_thenItIsNoAnswer() {
        assertThat(read(Stage.NOTHING, "oh well, will a doctor examine us", "confirm-order", 0.85))
                .isEqualTo(Stage.NOTHING);
        assertThat(read(Stage.NOTHING, "do you mean me, I have the flu", "confirm-order", 0.95))
                .isEqualTo(NO);
    }

    @Test
    void givenAYesOrNoInPassing_whenAnUnsureNetworkFarRatherThinksOfADoubtOrAQuestion_thenItIsNoAnswer() {
        assertThat(read(YES, "the whole office has to say yes first", "hesitation", 0.4)
                        .values())
                .isEmpty();
        assertThat(read(NO, "can my aunt with no training come", "question", 0.3)
                        .values())
                .isEmpty();
        assertThat(read(NO, "no, my aunt has no training", "question", 0.3)).isEqualTo(NO);
        assertThat(read(NO, "my aunt has no training", "correction", 0.3)).isEqualTo(NO);
    }

    @Test
    void givenABriefAnswer_whenTheNetworkThinksOtherwise_thenTheWordsCount() {
        assertThat(read(NO, "no, thanks", "offer-ribbon", 0.99)).isEqualTo(NO);
    }

    @Test
    void givenANetworkThatOnlyLeansToTheOtherWay_whenRead_thenNothingIsTaken() {
        assertThat(read(NO, "we have no medical problems", "offer-ribbon", 0.5).values())
                .isEmpty();
        assertThat(read(YES, "we have no medical problems", "offer-ribbon", 0.5))
                .isEqualTo(YES);
    }

    @Test
    void givenANetworkThatNamesNoWayForward_whenRead_thenTheWordsCount() {
        assertThat(read(NO, "we have no medical problems", "cancelled", 0.9)).isEqualTo(NO);
        assertThat(read(NO, "we have no medical problems", "question", 0.9)).isEqualTo(NO);
    }

    private Extraction read(Extraction heard, String words, String best, double probability) {
        NextStateReply reply = Rankings.of(new ScoredState(best, probability));
        return BranchReading.of(
                GiftCards.knowing("well", SlotType.YES_NO), asking, heard, Optional.of(reply), Words.of(words));
    }
}
