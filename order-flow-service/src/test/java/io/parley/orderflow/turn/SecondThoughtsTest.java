package io.parley.orderflow.turn;

import static io.parley.orderflow.turn.Stage.NOTHING;
import static io.parley.orderflow.turn.Thoughts.KNOWN;
import static io.parley.orderflow.turn.Thoughts.ON;
import static io.parley.orderflow.turn.Thoughts.PATH;
import static io.parley.orderflow.turn.Thoughts.STAGE;
import static io.parley.orderflow.turn.Thoughts.asked;
import static io.parley.orderflow.turn.Thoughts.ribbon;
import static io.parley.orderflow.turn.Thoughts.scene;
import static io.parley.orderflow.turn.Thoughts.think;
import static io.parley.orderflow.turn.Thoughts.thinkWithoutAnAnswer;
import static io.parley.orderflow.turn.Thoughts.three;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import io.parley.session.Session.Which;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it takes to give up an order, or to place one: no order is lost, and none is placed, on a guess. */
class SecondThoughtsTest {

    @Test
    void givenAnOrderUnderWay_whenItIsNotSureThatItIsGivenUp_thenTheCustomerIsAskedOnce() {
        Decided unsure = new Decided(new Decision.GiveUp("cancelled"), 0.7, Ground.NETWORK);

        assertThat(think(scene(KNOWN), unsure, NOTHING))
                .isEqualTo(new Decided(new Decision.SeemToGiveUp(), 0.7, Ground.UNSURE_OF_GIVING_UP));
        assertThat(think(asked(Awaiting.GIVE_UP_CONSENT), unsure, NOTHING)).isEqualTo(unsure);
    }

    @Test
    void givenAFirstSentenceThatMayGiveUp_whenNothingIsKnownYet_thenTheCustomerIsAskedAllTheSame() {
        Decided unsure = new Decided(new Decision.GiveUp("cancelled"), 0.7, Ground.NETWORK);

        assertThat(think(scene(Map.of()), unsure, NOTHING).decision()).isEqualTo(new Decision.SeemToGiveUp());
    }

    @Test
    void givenAPlainNoToTheFirstQuestion_whenNothingIsKnownYet_thenNobodyAsksBack() {
        Decided unsure = new Decided(new Decision.GiveUp("cancelled"), 0.7, Ground.NETWORK);

        assertThat(think(scene(Map.of()), unsure, NOTHING, "No thank you, I don't need anything"))
                .isEqualTo(unsure);
        assertThat(think(scene(KNOWN), unsure, NOTHING, "No thank you, I don't need anything")
                        .decision())
                .isEqualTo(new Decision.SeemToGiveUp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forget it", "No thanks, I do not want to go after all, please cancel"})
    void givenACustomerWhoCallsItOff_whenTheNetworkIsNotSure_thenNobodyAsksBack(String said) {
        Decided unsure = new Decided(new Decision.GiveUp("cancelled"), 0.7, Ground.NETWORK);

        assertThat(think(scene(KNOWN), unsure, NOTHING, said)).isEqualTo(unsure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No, hold on", "no, let me check my diary first", "I have not decided yet"})
    void givenACustomerWhoAsksForAMoment_whenItLooksLikeGivingUp_thenTheOrderIsNotLostWithoutAsking(String said) {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);

        assertThat(think(scene(Map.of()), sure, NOTHING, said).decision()).isEqualTo(new Decision.SeemToGiveUp());
    }

    @Test
    void givenAnAnswerThatLooksLikeGivingUp_whenTheNetworkIsNotSureAndThinksOfGoingOnNext_thenItIsTheAnswer() {
        Decided unsure = new Decided(new Decision.GiveUp("cancelled"), 0.7, Ground.NETWORK);

        assertThat(think(scene(KNOWN), unsure, NOTHING, "we don't want any", "cancelled", "payment"))
                .isEqualTo(new Decided(ON, 0.7, Ground.ANSWERED));
        assertThat(think(scene(KNOWN), unsure, NOTHING, "we don't want any", "cancelled", "question", "payment")
                        .decision())
                .isEqualTo(new Decision.SeemToGiveUp());
    }

    @Test
    void givenSomethingThatIsOnlyOffered_whenANoLooksLikeGivingUp_thenItDeclinesUnlessItCallsEverythingOff() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);
        Scene extras = STAGE.scene("ask-extras", PATH, KNOWN);

        assertThat(think(extras, sure, NOTHING, "no I don't want any of those", "cancelled", "confirm-order"))
                .isEqualTo(new Decided(ON, 0.99, Ground.ANSWERED));
        assertThat(think(extras, sure, NOTHING, "no, cancel the whole thing", "cancelled", "confirm-order"))
                .isEqualTo(sure);
        assertThat(think(extras, sure, NOTHING, "no I don't want any of those", "cancelled", "question"))
                .isEqualTo(sure);
    }

    @Test
    void givenACustomerWhoGivesUp_whenThereIsANoInItOrNoDoubtAtAll_thenNobodyAsksBack() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.98, Ground.NETWORK);
        Decided surer = new Decided(new Decision.GiveUp("cancelled"), 0.996, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, NOTHING, "no rocket for me today")).isEqualTo(sure);
        assertThat(think(scene(KNOWN), surer, NOTHING, "I'd sooner keep my money"))
                .isEqualTo(surer);
    }

    @Test
    void givenAFirstSentenceWithoutANo_whenItOnlyLooksLikeGivingUp_thenNothingEndsWithoutAsking() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);

        assertThat(think(scene(Map.of()), sure, NOTHING, "oh well, I'm dying to send a card"))
                .isEqualTo(new Decided(new Decision.SeemToGiveUp(), 0.99, Ground.UNSURE_OF_GIVING_UP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"No, wait!", "not yet, no", "no no"})
    void givenTheReadBack_whenABriefNoIsNotUnderstood_thenTheCustomerIsAskedWhatItMeans(String no) {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);

        assertThat(think(scene(KNOWN), unclear, NOTHING, no))
                .isEqualTo(new Decided(new Decision.SeemToGiveUp(), 0.4, Ground.DECLINES_READ_BACK));
        assertThat(think(STAGE.scene("ask-quantity", PATH, KNOWN), unclear, NOTHING, no))
                .isEqualTo(unclear);
        assertThat(think(scene(KNOWN), unclear, NOTHING, "no idea what you are talking about"))
                .isEqualTo(unclear);
    }

    @Test
    void givenTheReadBack_whenTheNetworkIsSureThatNoGivesUp_thenNobodyAsksBack() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, NOTHING, "no thanks")).isEqualTo(sure);
    }

    @Test
    void givenTheReadBack_whenNothingIsSaidButNo_thenItIsAskedWhatItMeansHoweverSureTheNetworkIs() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, NOTHING, "No!").decision()).isEqualTo(new Decision.SeemToGiveUp());
        assertThat(think(asked(Awaiting.GIVE_UP_CONSENT), sure, NOTHING, "No!")).isEqualTo(sure);
    }

    @Test
    void givenTheReadBack_whenANoThatIsNotUnderstoodNamesANewValue_thenItIsACorrection() {
        for (Decision unclear : List.of(new Decision.NotUnderstood(), new Decision.Stay())) {
            Decided unsure = new Decided(unclear, 0.4, Ground.UNSURE);

            assertThat(think(scene(KNOWN), unsure, three(), "no, three"))
                    .isEqualTo(new Decided(new Decision.Correct(), 0.4, Ground.CHANGES_WHAT_IS_KNOWN));
            assertThat(think(scene(KNOWN), unsure, three(), "three").decision()).isEqualTo(unclear);
            assertThat(think(STAGE.scene("ask-quantity", PATH, KNOWN), unsure, three(), "no, three")
                            .decision())
                    .isEqualTo(unclear);
        }
    }

    @Test
    void givenTheReadBack_whenWordsThatSeemToGiveUpNameANewValue_thenTheyAreACorrection() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, three(), "no, three").decision()).isEqualTo(new Decision.Correct());
    }

    @Test
    void givenTheReadBack_whenACurtNoWithANewValueSeemsToAskOrToDoubt_thenItIsACorrection() {
        for (Decision aside : List.of(new Decision.Ask(), new Decision.Hesitate())) {
            Decided sure = new Decided(aside, 0.95, Ground.NETWORK);

            assertThat(think(scene(KNOWN), sure, three(), "no, three"))
                    .isEqualTo(new Decided(new Decision.Correct(), 0.95, Ground.CHANGES_WHAT_IS_KNOWN));
            assertThat(think(scene(KNOWN), sure, three(), "no, three?")).isEqualTo(sure);
            assertThat(think(scene(KNOWN), sure, three(), "three")).isEqualTo(sure);
            assertThat(think(scene(KNOWN), sure, three(), "no, I wonder what you ask for three"))
                    .isEqualTo(sure);
        }
    }

    @Test
    void givenWordsTheNetworkCannotPlace_whenTheyPlainlyCallEverythingOff_thenTheCustomerIsAsked() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);

        assertThat(think(scene(KNOWN), unclear, NOTHING, "please cancel everything"))
                .isEqualTo(new Decided(new Decision.SeemToGiveUp(), 0.4, Ground.UNSURE_OF_GIVING_UP));
        assertThat(think(scene(KNOWN), unclear, NOTHING, "there is a bee in here"))
                .isEqualTo(unclear);
    }

    @Test
    void givenTheReadBack_whenANoNamesWhatIsSoAlready_thenWhatElseIsMeantIsAsked() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);

        assertThat(think(scene(Map.of("quantity", List.of("3"))), sure, three(), "no, three"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.99, Ground.DECLINES_READ_BACK));
        assertThat(think(scene(Map.of("quantity", List.of("3"))), sure, three(), "no, forget it, three is silly")
                        .decision())
                .isEqualTo(new Decision.GiveUp("cancelled"));
    }

    @Test
    void givenTheReadBack_whenANoNamesWhatWasAskedForAndLeftOpen_thenItIsACorrection() {
        Decided unsure = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);
        Extraction note = new Extraction(Map.of("extras", List.of("note")), Map.of());

        assertThat(think(scene(KNOWN), unsure, note, "no, a note"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.4, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), unsure, ribbon("yes"), "no, a ribbon").decision())
                .isEqualTo(new Decision.SeemToGiveUp());
    }

    @Test
    void givenTheReadBack_whenANoIsFollowedByAList_thenItChangesTheOrderHoweverMuchItLooksLikeAQuestion() {
        Decided question = new Decided(new Decision.Ask(), 0.9, Ground.NETWORK);

        assertThat(think(scene(KNOWN), question, three(), "no, a rocket, a card with flowers, a seal, and three notes"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.9, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), question, three(), "no, a rocket, a seal, and what would three notes cost"))
                .isEqualTo(question);
    }

    @Test
    void givenABriefAnswerThatLooksLikeGivingUp_whenItCallsNothingOff_thenItIsTheAnswer() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);
        Scene extras = STAGE.scene("ask-extras", PATH, KNOWN);

        assertThat(think(extras, sure, NOTHING, "I'll pass")).isEqualTo(new Decided(ON, 0.99, Ground.ANSWERED));
        assertThat(think(extras, sure, NOTHING, "forget it")).isEqualTo(sure);
        assertThat(thinkWithoutAnAnswer(extras, sure, "good bye").decision()).isNotEqualTo(ON);
    }

    @Test
    void givenWordsForAPerson_whenTheNetworkIsNotSureOfAnythingElse_thenAPersonIsWanted() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.3, Ground.UNSURE);
        Decided sure = new Decided(new Decision.Ask(), 0.99, Ground.NETWORK);

        assertThat(thinkWithoutAnAnswer(scene(KNOWN), unclear, "I would like to hear a real voice"))
                .isEqualTo(new Decided(new Decision.HandOff(), 0.3, Ground.WANTS_A_PERSON));
        assertThat(thinkWithoutAnAnswer(scene(KNOWN), sure, "is there a real person in the shop")
                        .decision())
                .isEqualTo(new Decision.Ask());
    }

    @Test
    void givenAQuestionWhetherAPersonIsWanted_whenTheAnswerIsUnclearButMayAskForOne_thenAPersonComes() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.3, Ground.UNSURE);
        Decided person = new Decided(new Decision.HandOff(), 0.3, Ground.WANTS_A_PERSON);
        Scene first = askedWhich(new Which(null, "person", "ask-design"));
        Scene second = askedWhich(new Which(null, "ask-design", "person"));
        Scene other = askedWhich(new Which(null, "question", "ask-design"));

        assertThat(thinkWithoutAnAnswer(first, unclear, "somebody from your tam", "other", "person"))
                .isEqualTo(person);
        assertThat(thinkWithoutAnAnswer(second, unclear, "somebody from your tam", "person"))
                .isEqualTo(person);
        assertThat(thinkWithoutAnAnswer(
                                first,
                                new Decided(new Decision.Ask(), 0.6, Ground.NETWORK),
                                "any chance a rel person cold help me",
                                "question",
                                "person")
                        .decision())
                .isEqualTo(new Decision.HandOff());
        assertThat(thinkWithoutAnAnswer(first, unclear, "hm", "other", "question", "ask-design", "person"))
                .isEqualTo(unclear);
        assertThat(thinkWithoutAnAnswer(other, unclear, "somebody from your tam", "person"))
                .isEqualTo(unclear);
    }

    @Test
    void givenAnOrderReadBack_whenTheNetworkOnlyLeansToAYesThatNobodySaid_thenNothingIsOrdered() {
        Decided leaning = new Decided(ON, 0.62, Ground.NETWORK);
        Decided sure = new Decided(ON, 0.66, Ground.NETWORK);

        assertThat(thinkWithoutAnAnswer(scene(KNOWN), leaning, "therre's someone at the door"))
                .isEqualTo(new Decided(new Decision.NotUnderstood(), 0.62, Ground.UNSURE));
        assertThat(thinkWithoutAnAnswer(scene(KNOWN), leaning, "yes, you have my blessing"))
                .isEqualTo(leaning);
        assertThat(thinkWithoutAnAnswer(scene(KNOWN), sure, "we have a deal")).isEqualTo(sure);
    }

    private static Scene askedWhich(Which which) {
        return STAGE.sceneAfter("ask-design", List.of(), Map.of(), which);
    }
}
