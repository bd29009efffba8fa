package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.CampaignReader;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidAgainTest {

    private static final Decided QUESTION = new Decided(new Decision.Ask(), 0.9, Ground.NETWORK);
    private static final Extraction ROCKET = new Extraction(Map.of("design", List.of("rocket")), Map.of());

    private final Scene scene = new Stage(GiftCards.campaign())
            .sceneAfter(
                    "ask-design",
                    List.of(
                            new Session.Heard("greeting", "Good morning"),
                            new Session.Heard("ask-design", "My desk has a rocket")),
                    Map.of());

    @Test
    void givenWordsThatWereTakenForAQuestion_whenTheyAreSaidAgainAndAnswerWhatWasAsked_thenTheyLeadOn() {
        assertThat(SaidAgain.on(scene, QUESTION, ROCKET, Words.of("my dsek has a rocket!")))
                .isEqualTo(new Decided(new Decision.Advance("ask-quantity"), 0.9, Ground.SAID_AGAIN));
    }

    @Test
    void givenWordsThatWereTakenForAQuestion_whenOthersAreSaidOrTheyAnswerNothing_thenTheyAreWhatTheyWere() {
        assertThat(SaidAgain.on(scene, QUESTION, ROCKET, Words.of("has my desk a rocket")))
                .isEqualTo(QUESTION);
        assertThat(SaidAgain.on(scene, QUESTION, ROCKET, Words.of("Good morning")))
                .isEqualTo(QUESTION);
        assertThat(SaidAgain.on(scene, QUESTION, Stage.NOTHING, Words.of("My desk has a rocket")))
                .isEqualTo(QUESTION);
    }

    @Test
    void givenAValueThatAnotherOneStandsInTheWayOf_whenItIsSaidAgain_thenTheOtherOneIsWrong() {
        Campaign flights = CampaignReader.read(Path.of("..", "training-data", "plane-ticket"))
                .campaign()
                .orElseThrow();
        Scene late = new Stage(flights)
                .sceneAfter(
                        "ask-return",
                        List.of(new Session.Heard("ask-return", "on 2 October")),
                        Map.of("departure_date", List.of("2026-10-02")));
        Extraction tooEarly = new Extraction(Map.of(), Map.of("return_date", "too-early"));

        assertThat(SaidAgain.insistsAgainst(late, tooEarly, Words.of("On 2 October")))
                .contains("departure_date");
        assertThat(SaidAgain.insistsAgainst(late, tooEarly, Words.of("on 1 October")))
                .isEmpty();
        assertThat(SaidAgain.insistsAgainst(late, Stage.NOTHING, Words.of("On 2 October")))
                .isEmpty();
    }

    @Test
    void givenAQuestionThatNamesWhatIsOnOffer_whenItIsAskedAgain_thenItIsStillNoAnswer() {
        Scene asked = after("ask-design", "what is a rocket good for");

        assertThat(SaidAgain.on(asked, QUESTION, ROCKET, Words.of("What is a rocket good for?")))
                .isEqualTo(QUESTION);
    }

    @Test
    void givenADoubtWithANoInIt_whenItIsSaidAgain_thenTheNoAnswersOnlyAtItsBeginningOrWhereTheNetworkDoubts() {
        Extraction no = new Extraction(Map.of("wants_ribbon", List.of("no")), Map.of());
        Decided sure = new Decided(new Decision.Hesitate(), 0.97, Ground.NETWORK);
        Decided unsure = new Decided(new Decision.Hesitate(), 0.6, Ground.NETWORK);
        String inPassing = "I take none without asking my husband";
        String atOnce = "No, nothing like that for us";
        Decision onward = new Decision.Advance("confirm-order");

        assertThat(SaidAgain.on(after("offer-ribbon", inPassing), sure, no, Words.of(inPassing)))
                .isEqualTo(sure);
        assertThat(SaidAgain.on(after("offer-ribbon", inPassing), unsure, no, Words.of(inPassing)))
                .isEqualTo(new Decided(onward, 0.6, Ground.SAID_AGAIN));
        assertThat(SaidAgain.on(after("offer-ribbon", atOnce), sure, no, Words.of(atOnce)))
                .isEqualTo(new Decided(onward, 0.97, Ground.SAID_AGAIN));
    }

    private static Scene after(String state, String said) {
        return new Stage(GiftCards.campaign()).sceneAfter(state, List.of(new Session.Heard(state, said)), Map.of());
    }

    @Test
    void givenThatAPersonWasOneOfTwoReadings_whenTheSameIsSaidAgain_thenAPersonIsCalled() {
        Session.Heard wish = new Session.Heard("ask-design", "transfer me to sales");
        Scene asked = new Stage(GiftCards.campaign())
                .sceneAfter("ask-design", List.of(wish), Map.of(), new Session.Which(null, "person", "question"));
        Decided unsure = new Decided(new Decision.NotUnderstood(), 0.4, Ground.UNSURE);

        assertThat(SaidAgain.on(asked, unsure, Stage.NOTHING, Words.of("Tranfser me to sales")))
                .isEqualTo(new Decided(new Decision.HandOff(), 0.4, Ground.SAID_AGAIN));
        assertThat(SaidAgain.on(asked, unsure, Stage.NOTHING, Words.of("a rocket, rather")))
                .isEqualTo(unsure);
    }

    @Test
    void givenADecisionThatLeadsElsewhere_whenTheWordsAreSaidAgain_thenItStands() {
        Decided person = new Decided(new Decision.HandOff(), 0.9, Ground.NETWORK);

        assertThat(SaidAgain.on(scene, person, ROCKET, Words.of("My desk has a rocket")))
                .isEqualTo(person);
    }
}
