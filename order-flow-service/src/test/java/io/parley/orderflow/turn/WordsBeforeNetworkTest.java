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

import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that say plainly what is meant count for more than what the network takes them for. */
class WordsBeforeNetworkTest {

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
    void givenWordsThatBeginAnew_whenTheNetworkTakesThemForADoubt_thenTheOrderIsBegunAnew() {
        Decided doubt = new Decided(new Decision.Hesitate(), 0.9, Ground.NETWORK);

        assertThat(think(scene(KNOWN), doubt, NOTHING, "ugh I messed this up, start over", "hesitation"))
                .isEqualTo(new Decided(new Decision.Restart(), 0.9, Ground.BEGINS_ANEW));
        assertThat(think(scene(KNOWN), doubt, NOTHING, "I would not want to start over", "hesitation"))
                .isEqualTo(doubt);
        assertThat(think(scene(KNOWN), doubt, NOTHING, "sorry, start again? I was away", "hesitation"))
                .isEqualTo(doubt);
        assertThat(think(scene(KNOWN), doubt, NOTHING, "start over but keep my name", "hesitation"))
                .isEqualTo(new Decided(new Decision.Restart(), 0.9, Ground.BEGINS_ANEW));
    }

    @Test
    void givenWordsThatMakeSomethingOver_whenTheNetworkTakesThemForADoubtOrAQuestion_thenTheyChangeIt() {
        Decided doubt = new Decided(new Decision.Hesitate(), 0.9, Ground.NETWORK);
        Decided question = new Decided(new Decision.Ask(), 0.9, Ground.NETWORK);

        assertThat(think(scene(KNOWN), doubt, three(), "make it three, somebody just walked in"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.9, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), question, three(), "can you make it three after all"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.9, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), question, three(), "can we leave a day later, on the 3rd"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.9, Ground.CHANGES_WHAT_IS_KNOWN));
        assertThat(think(scene(KNOWN), question, three(), "what would it cost if I make it three"))
                .isEqualTo(question);
        assertThat(think(scene(KNOWN), doubt, NOTHING, "make it quick")).isEqualTo(doubt);
    }

    @Test
    void givenAQuestionAboutSomethingOnOffer_whenTheNetworkIsUnsureAndThinksOfAQuestionToo_thenItIsAnswered() {
        Decided unsure = new Decided(new Decision.Advance("offer-ribbon"), 0.4, Ground.ANSWERED);
        Decided likely = new Decided(new Decision.Advance("offer-ribbon"), 0.93, Ground.NETWORK);
        Decided sure = new Decided(new Decision.Advance("offer-ribbon"), 0.98, Ground.NETWORK);
        String asks = "what is better about the rocket";

        assertThat(think(scene(KNOWN), unsure, NOTHING, asks, "payment", "question"))
                .isEqualTo(new Decided(new Decision.Ask(), 0.4, Ground.ASKS_A_QUESTION));
        assertThat(think(scene(KNOWN), likely, NOTHING, asks, "payment", "question"))
                .isEqualTo(new Decided(new Decision.Ask(), 0.93, Ground.ASKS_A_QUESTION));
        assertThat(think(scene(KNOWN), sure, NOTHING, asks, "payment", "question"))
                .isEqualTo(sure);
        assertThat(think(scene(KNOWN), sure, NOTHING, "waht is better about the rocket", "payment", "question"))
                .isEqualTo(new Decided(new Decision.Ask(), 0.98, Ground.ASKS_A_QUESTION));
        assertThat(think(
                        scene(KNOWN),
                        sure,
                        NOTHING,
                        "des the rocket prefer one stamp over another",
                        "payment",
                        "question"))
                .isEqualTo(new Decided(new Decision.Ask(), 0.98, Ground.ASKS_A_QUESTION));
        assertThat(think(
                        scene(KNOWN),
                        sure,
                        NOTHING,
                        "does the rocket prefer one stamp over another",
                        "payment",
                        "question"))
                .isEqualTo(sure);
        assertThat(think(scene(KNOWN), unsure, NOTHING, asks, "payment", "cancelled"))
                .isEqualTo(unsure);
        assertThat(think(scene(KNOWN), unsure, NOTHING, "how about the rocket", "payment", "question"))
                .isEqualTo(unsure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Will a card arrive in time", "oh well, do you print them yourselves", "hm, so what is a ribbon"
            })
    void givenAQuestionThatTheNetworkTakesForAnAnswer_whenItGivesNothingThatWasAskedFor_thenItIsAnswered(String said) {
        Decided sure = new Decided(new Decision.Advance("offer-ribbon"), 0.8, Ground.NETWORK);
        Scene asked = STAGE.scene("ask-quantity", PATH, KNOWN);

        assertThat(thinkWithoutAnAnswer(asked, sure, said))
                .isEqualTo(new Decided(new Decision.Ask(), 0.8, Ground.ASKS_A_QUESTION));
        assertThat(think(asked, sure, NOTHING, said)).isEqualTo(sure);
        assertThat(thinkWithoutAnAnswer(scene(KNOWN), sure, said)).isEqualTo(sure);
        assertThat(thinkWithoutAnAnswer(asked, sure, "let them be printed")).isEqualTo(sure);
    }

    @Test
    void givenTheReadBack_whenTheNetworkTakesANoForAYes_thenItIsAskedWhatToChangeAndNothingIsOrdered() {
        Decided sure = new Decided(new Decision.Advance("payment"), 0.99, Ground.NETWORK);

        assertThat(think(scene(KNOWN), sure, NOTHING, "no, 1"))
                .isEqualTo(new Decided(new Decision.Correct(), 0.99, Ground.DECLINES_READ_BACK));
        assertThat(think(scene(KNOWN), sure, NOTHING, "no problem, book it")).isEqualTo(sure);
        assertThat(think(STAGE.scene("ask-quantity", PATH, KNOWN), sure, NOTHING, "no, 1"))
                .isEqualTo(sure);
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
        Scene asking = STAGE.scene("ask-design", PATH, KNOWN);

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
        assertThat(think(STAGE.scene("offer-ribbon", PATH, declined), unclear, ribbon("yes"), "add it"))
                .isEqualTo(unclear);
    }

    @Test
    void givenAGreeting_whenItIsTurnedAwayWithAPoliteNo_thenTheConversationEnds() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.3, Ground.UNSURE);

        assertThat(thinkWithoutAnAnswer(
                        STAGE.scene("greeting", List.of(), Map.of()),
                        unclear,
                        "no thanks, I was only having a look around"))
                .isEqualTo(new Decided(new Decision.GiveUp("cancelled"), 0.3, Ground.ANSWERED));
        assertThat(thinkWithoutAnAnswer(scene(KNOWN), unclear, "no thanks, I was only having a look around")
                        .decision())
                .as("there is something to lose")
                .isNotInstanceOf(Decision.GiveUp.class);
    }

    @Test
    void givenWordsTheNetworkCannotPlace_whenTheySayThatItIsTooDear_thenThatIsADoubt() {
        Decided unclear = new Decided(new Decision.NotUnderstood(), 0.3, Ground.UNSURE);
        String said = "hmm, that is way too pricey for us";

        assertThat(thinkWithoutAnAnswer(scene(KNOWN), unclear, said, "other", "hesitation"))
                .isEqualTo(new Decided(new Decision.Hesitate(), 0.3, Ground.OBJECTS));
        assertThat(thinkWithoutAnAnswer(scene(KNOWN), unclear, said, "other", "question"))
                .as("the network does not think of it")
                .isEqualTo(unclear);
        assertThat(thinkWithoutAnAnswer(scene(KNOWN), unclear, "hmm, let me see", "other", "hesitation"))
                .isEqualTo(unclear);
    }
}
