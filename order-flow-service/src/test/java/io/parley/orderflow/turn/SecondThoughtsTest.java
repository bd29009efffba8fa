package io.parley.orderflow.turn;

import static io.parley.orderflow.turn.Stage.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondThoughtsTest {

    private static final Map<String, List<String>> KNOWN =
            Map.of("design", List.of("rocket"), "quantity", List.of("2"));
    private static final List<String> PATH = List.of("greeting", "ask-design", "ask-quantity");

    private static final Decision ON = new Decision.Advance("payment");

    private final Stage stage = new Stage(GiftCards.campaign());

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
    void givenWordsTheNetworkIsUnsureOf_whenTheyNameWhatToKeepAndItThoughtOfBeginningAnew_thenTheyBeginAnew() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);

        assertThat(think(scene(KNOWN), unclear, NOTHING, "Let us start over but keep my name", "other", "restart"))
                .isEqualTo(new Decided(new Decision.Restart(), 0.4, Ground.NAMES_WHAT_TO_KEEP));
        Decided correction = new Decided(new Decision.Correct(), 0.8, Ground.NETWORK);
        assertThat(think(
                        scene(KNOWN),
                        correction,
                        NOTHING,
                        "start over please, but keep the rocket",
                        "correction",
                        "restart"))
                .isEqualTo(new Decided(new Decision.Restart(), 0.8, Ground.NAMES_WHAT_TO_KEEP));
        assertThat(think(scene(KNOWN), correction, three(), "keep the rocket but three", "correction", "restart"))
                .isEqualTo(correction);
        assertThat(think(scene(KNOWN), unclear, NOTHING, "keep my name", "other", "payment"))
                .isEqualTo(unclear);
        assertThat(think(scene(KNOWN), unclear, NOTHING, "my name", "other", "restart"))
                .isEqualTo(unclear);
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
    void givenACustomerWhoIsPlain_whenTheyGiveUp_thenNobodyAsksBack() {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.98, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, NOTHING)).isEqualTo(sure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No, wait!", "not yet, no", "no no"})
    void givenTheReadBack_whenABriefNoIsNotUnderstood_thenTheCustomerIsAskedWhatItMeans(String no) {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);

        assertThat(think(scene(KNOWN), unclear, NOTHING, no))
                .isEqualTo(new Decided(new Decision.SeemToGiveUp(), 0.4, Ground.DECLINES_READ_BACK));
        assertThat(think(stage.scene("ask-quantity", PATH, KNOWN), unclear, NOTHING, no))
                .isEqualTo(unclear);
        assertThat(think(scene(KNOWN), unclear, NOTHING, "no idea what you are talking about"))
                .isEqualTo(unclear);
    }

    @Test
    void givenTheReadBack_whenTheNetworkTakesANoForAYes_thenItIsAskedWhatToChangeAndNothingIsOrdered() {
        Decided sure = new Decided(new Decision.Advance("payment"), 0.99, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, NOTHING, "no, 1"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.99, Ground.DECLINES_READ_BACK));
        assertThat(think(scene(KNOWN), sure, NOTHING, "no problem, book it")).isEqualTo(sure);
        assertThat(think(stage.scene("ask-quantity", PATH, KNOWN), sure, NOTHING, "no, 1"))
                .isEqualTo(sure);
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

    @ParameterizedTest
    @ValueSource(strings = {"No, don't cancel, I want to keep it", "please do not cancel it", "I'd keep it, no"})
    void givenWordsThatLookLikeGivingUp_whenTheySayToKeepTheOrder_thenTheQuestionIsRepeated(String said) {
        Decided sure = new Decided(new Decision.GiveUp("cancelled"), 0.99, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, NOTHING, said))
                .isEqualTo(new Decided(new Decision.Repeat(), 0.99, Ground.KEEPS_THE_ORDER));
    }

    @Test
    void givenTheReadBack_whenWhatIsNotUnderstoodBeginsAsATakingBackAndGivesANewValue_thenItIsACorrection() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);

        assertThat(think(scene(KNOWN), unclear, three(), "sorry, we only manage three"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.4, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), unclear, NOTHING, "sorry, we only manage three"))
                .isEqualTo(unclear);
        assertThat(think(scene(KNOWN), unclear, three(), "we only manage three"))
                .isEqualTo(unclear);
    }

    @Test
    void givenARequestInTheFormOfAQuestion_whenItChangesWhatIsKnown_thenItIsACorrection() {
        Decided question = new Decided(new Decision.Ask(), 0.9, Ground.NETWORK);

        assertThat(think(scene(KNOWN), question, three(), "Oh, and could we have three instead?"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.9, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), question, three(), "Could you tell me what three would cost instead?"))
                .isEqualTo(question);
        assertThat(think(scene(KNOWN), question, three(), "Are three cheaper instead?"))
                .isEqualTo(question);
    }

    @Test
    void givenWordsTheNetworkCannotPlace_whenTheySayThatSomethingIsToBeOtherwiseAndWhat_thenTheyAreACorrection() {
        Scene asking = stage.scene("ask-design", PATH, KNOWN);

        for (Decision unclear : List.of(new Decision.NotUnderstood(), new Decision.Stay())) {
            Decided unsure = new Decided(unclear, 0.4, Ground.UNSURE);

            assertThat(think(asking, unsure, three(), "let's rather say three"))
                    .isEqualTo(new Decided(new Decision.Correct(), 0.4, Ground.CHANGES_WHAT_IS_KNOWN));
            assertThat(think(asking, unsure, three(), "three")).isEqualTo(unsure);
        }
    }

    @Test
    void givenAPoliteNoWithAReason_whenTheNetworkTakesItForADoubt_thenItIsTheAnswer() {
        Decided doubt = new Decided(new Decision.Hesitate(), 0.9, Ground.NETWORK);

        assertThat(think(scene(KNOWN), doubt, NOTHING, "no thanks, there is too much at home as it is"))
                .isEqualTo(new Decided(ON, 0.9, Ground.ANSWERED));
        assertThat(think(scene(KNOWN), doubt, NOTHING, "well, it is no easy decision, thanks"))
                .isEqualTo(doubt);
    }

    @Test
    void givenARequestInTheFormOfAQuestion_whenItAnswersWhatWasAsked_thenItIsTheAnswer() {
        Decided question = new Decided(new Decision.Ask(), 0.9, Ground.NETWORK);

        assertThat(think(scene(KNOWN), question, NOTHING, "Could you bring it to me?"))
                .isEqualTo(new Decided(ON, 0.9, Ground.ANSWERED));
        assertThat(think(scene(KNOWN), question, NOTHING, "Could you explain what bringing it means?"))
                .isEqualTo(question);
    }

    @Test
    void givenTheReadBack_whenANoThatIsNotUnderstoodNamesANewValue_thenItIsACorrection() {
        for (Decision unclear : List.of(new Decision.NotUnderstood(), new Decision.Stay())) {
            Decided unsure = new Decided(unclear, 0.4, Ground.UNSURE);

            assertThat(think(scene(KNOWN), unsure, three(), "no, three"))
                    .isEqualTo(new Decided(new Decision.Correct(), 0.4, Ground.CHANGES_WHAT_IS_KNOWN));
            assertThat(think(scene(KNOWN), unsure, three(), "three").decision()).isEqualTo(unclear);
            assertThat(think(stage.scene("ask-quantity", PATH, KNOWN), unsure, three(), "no, three")
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
    void givenTheQuestionWhatToChange_whenTheWordsHaveANewValue_thenItIsTheCorrection() {
        Decided advance = new Decided(new Decision.Advance("payment"), 0.8, Ground.NETWORK);

        assertThat(think(asked(Awaiting.CORRECTION_VALUE), advance, three()))
                .isEqualTo(new Decided(new Decision.Correct(), 0.8, Ground.NAMES_WHAT_TO_CHANGE));
    }

    @Test
    void givenTheQuestionWhatToChange_whenTheyOrderInstead_thenTheOrderGoesOn() {
        Decided advance = new Decided(new Decision.Advance("payment"), 0.8, Ground.NETWORK);

        assertThat(think(asked(Awaiting.CORRECTION_VALUE), advance, NOTHING)).isEqualTo(advance);
    }

    @Test
    void givenWordsTheNetworkIsUnsureOf_whenTheyChangeWhatIsKnownAndItThoughtOfACorrection_thenTheyAreOne() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);

        assertThat(think(scene(KNOWN), unclear, three(), "words", "payment", "correction"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.4, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), unclear, three(), "words", "payment", "question", "other", "correction"))
                .isEqualTo(unclear);
        assertThat(think(scene(KNOWN), unclear, NOTHING, "words", "correction")).isEqualTo(unclear);
    }

    @Test
    void givenWordsTheNetworkCannotPlace_whenTheyAddOrLeaveOutWhatWasOffered_thenTheyAreACorrection() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);
        Map<String, List<String>> declined = Map.of("design", List.of("rocket"), "wants_ribbon", List.of("no"));
        Map<String, List<String>> accepted = Map.of("design", List.of("rocket"), "wants_ribbon", List.of("yes"));

        assertThat(think(scene(declined), unclear, ribbon("yes"), "they talked me into the ribbon, add it"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.4, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(accepted), unclear, ribbon("no"), "skip the ribbon")
                        .decision())
                .isEqualTo(new Decision.Correct());
        assertThat(think(scene(declined), unclear, ribbon("yes"), "my hat has a ribbon"))
                .isEqualTo(unclear);
        assertThat(think(scene(accepted), unclear, ribbon("yes"), "add the ribbon"))
                .isEqualTo(unclear);
        assertThat(think(scene(KNOWN), unclear, three(), "add three")).isEqualTo(unclear);
        assertThat(think(stage.scene("offer-ribbon", PATH, declined), unclear, ribbon("yes"), "add it"))
                .isEqualTo(unclear);
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

    private static Extraction ribbon(String answer) {
        return new Extraction(Map.of("wants_ribbon", List.of(answer)), Map.of());
    }

    private static Extraction three() {
        return new Extraction(Map.of("quantity", List.of("3")), Map.of());
    }

    private Scene scene(Map<String, List<String>> known) {
        return stage.scene("confirm-order", PATH, known);
    }

    private Scene asked(Awaiting question) {
        return stage.scene("confirm-order", PATH, KNOWN, question);
    }

    private static Decided think(Scene scene, Decided decided, Extraction corrected) {
        return think(scene, decided, corrected, "words");
    }

    private static Decided think(Scene scene, Decided decided, Extraction corrected, String said, String... ranking) {
        NextStateReply reply = new NextStateReply(
                "r",
                Stream.of(ranking).map(state -> new ScoredState(state, 0.2)).toList(),
                0,
                0.5,
                0.9,
                null,
                new ModelProvenance("v1", "hash", 1),
                List.of(),
                1,
                null);
        Words words = Words.of(said);
        Aside aside = Aside.of(GiftCards.campaign(), words, Stage.NOON.atZone(ZoneOffset.UTC));
        return SecondThoughts.on(scene, decided, Optional.of(reply), Optional.of(ON), () -> corrected, aside, words);
    }
}
