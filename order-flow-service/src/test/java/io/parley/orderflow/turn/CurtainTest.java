package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Pitch;
import io.parley.contracts.event.DialogueEvent.TurnTaken;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.campaign.OfferedCampaign;
import io.parley.orderflow.flow.FlowMachine;
import io.parley.orderflow.pitch.FactTold;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.secret.Vaults;
import io.parley.orderflow.unanswered.AskedInVain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a turn leaves behind. */
class CurtainTest {

    private static final String WORDS = "do zebras at zoe@example.com get a discount";

    private final Stage stage = new Stage(GiftCards.campaign());
    private final OfferedCampaign offered =
            new OfferedCampaign(GiftCards.campaign(), new FlowMachine(GiftCards.campaign()), List.of());
    private final Curtain curtain = new Curtain(new BucketRenderer(), Vaults.withKey(1));

    @Test
    void givenAQuestionThatNoFactAnswers_whenTheTurnEnds_thenItIsRecordedMaskedForItsTurn() {
        Spoken spoken = close(asked("chat"));

        assertThat(spoken.unanswered()).hasValueSatisfying(question -> {
            assertThat(question.conversationId()).isEqualTo("c-1");
            assertThat(question.turnId()).isEqualTo("t-1");
            assertThat(question.state()).isEqualTo("ask-quantity");
            assertThat(question.text().value()).isEqualTo("do zebras at <email> get a discount");
            assertThat(question.askedAt()).isEqualTo(Stage.NOON);
        });
    }

    @Test
    void givenARehearsal_whenNoFactAnswers_thenNothingIsRecorded() {
        assertThat(close(asked(Curtain.REHEARSAL)).unanswered()).isEmpty();
    }

    @Test
    void givenADoubtThatNoFactMeets_whenTheTurnEnds_thenItIsNoUnansweredQuestion() {
        Scene scene = scene("chat");
        stage.play(scene, new Decision.Hesitate(), WORDS, Stage.NOTHING, Optional.of(Recollections.nothing()));

        assertThat(close(scene).unanswered()).isEmpty();
    }

    @Test
    void givenAnAnswer_whenTheTurnEnds_thenThereIsNothingToRecord() {
        Scene scene = scene("chat");
        stage.play(
                scene, new Decision.Ask(), WORDS, Stage.NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(close(scene).unanswered()).isEmpty();
    }

    @Test
    void givenAnAnswerWithItsPitch_whenTheTurnEnds_thenSessionAndEventNameThePitch() {
        Scene scene = scene("chat");
        stage.play(
                scene, new Decision.Ask(), WORDS, Stage.NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        Spoken spoken = close(scene);

        String pitch = Pitch.anywhere("Order now.").id();
        assertThat(spoken.told())
                .contains(new FactTold("c-1", 1, "gift-card", "delivery-time", Optional.of(pitch), Stage.NOON));
        assertThat(spoken.session().memory().pitched()).containsExactly(pitch);
        assertThat(spoken.events())
                .filteredOn(TurnTaken.class::isInstance)
                .singleElement()
                .extracting(event -> ((TurnTaken) event).pitch())
                .isEqualTo(pitch);
    }

    @Test
    void givenARehearsal_whenAFactIsTold_thenItDoesNotCount() {
        Scene scene = scene(Curtain.REHEARSAL);
        stage.play(
                scene, new Decision.Ask(), WORDS, Stage.NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(close(scene).told()).isEmpty();
    }

    @Test
    void givenAFactThatWasToldInTheTurnBefore_whenItIsToldAgain_thenTheEventNamesItAgain() {
        Scene first = scene("chat");
        first.facts().tell("delivery-time");
        Scene second = new Scene(GiftCards.campaign(), close(first).session(), Stage.NOON);
        stage.play(
                second, new Decision.Ask(), WORDS, Stage.NOTHING, Optional.of(Recollections.of("delivery-time", 0.1)));

        assertThat(close(second).told()).map(FactTold::fact).contains("delivery-time");
    }

    @Test
    void givenAQuestionThatNoFactAnswers_whenWhatIsLeftBehindIsPrinted_thenTheWordsAreNotThere() {
        Optional<AskedInVain> question = close(asked("chat")).unanswered();

        assertThat(question.toString()).contains("c-1").doesNotContain("zebras");
    }

    private Scene asked(String channel) {
        Scene scene = scene(channel);
        stage.play(scene, new Decision.Ask(), WORDS, Stage.NOTHING, Optional.of(Recollections.nothing()));
        return scene;
    }

    private Scene scene(String channel) {
        return stage.scene(channel, "ask-quantity", List.of("greeting"), Map.of("design", List.of("rocket")));
    }

    private Spoken close(Scene scene) {
        return curtain.close(
                offered, scene, "t-1", Words.of(WORDS), Account.without("ask", Ground.NETWORK, 0.9), Optional.empty());
    }
}
