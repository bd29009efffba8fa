package io.parley.orderflow.turn;

import static io.parley.orderflow.turn.Stage.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The customer changes something, goes back, starts over or wants a person. */
class TurningBackTest {

    private final Stage stage = new Stage(GiftCards.campaign());

    @Test
    void givenTheCustomerTurnsBack_whenAValueIsCorrected_thenOnlyItChangesAndTheStateAsksAgain() {
        Scene scene = confirming();

        stage.play(scene, new Decision.Correct(), new Extraction(Map.of("quantity", List.of("3")), Map.of()));

        assertThat(scene.state().id()).isEqualTo("confirm-order");
        assertThat(scene.slots()).containsEntry("quantity", List.of("3")).containsEntry("design", List.of("rocket"));
        assertThat(scene.reply()).startsWith("Noted, I have changed that.");
    }

    @Test
    void givenTheCustomerTurnsBack_whenACorrectionOpensAnotherWay_thenWhatIsNewlyNeededIsAsked() {
        Scene scene = confirming();

        stage.play(scene, new Decision.Correct(), new Extraction(Map.of("quantity", List.of("12")), Map.of()));

        assertThat(scene.state().id()).isEqualTo("offer-ribbon");
    }

    @Test
    void givenTheCustomerTurnsBack_whenTheyNameWhatToChangeWithoutAValue_thenItIsAskedAndTheFlowResumesAfterwards() {
        Scene scene = confirming();

        stage.play(scene, new Decision.Correct(), "I want to change the design", NOTHING, Optional.empty());

        assertThat(scene.state().id()).isEqualTo("ask-design");
        stage.advance(scene, "ask-quantity", Map.of("design", List.of("flowers")));
        assertThat(scene.state().id()).isEqualTo("confirm-order");
    }

    @Test
    void givenTheCustomerTurnsBack_whenItIsNotClearWhatToChange_thenWeAsk() {
        Scene scene = stage.scene("confirm-order", List.of("greeting"), Map.of("design", List.of("rocket")));

        stage.play(scene, new Decision.Correct(), "no that is wrong", NOTHING, Optional.empty());

        assertThat(scene.awaiting()).contains(Awaiting.CORRECTION_VALUE);
    }

    @Test
    void givenTheCustomerTurnsBack_whenItIsSoAlready_thenTheyHearItAndTheStateAsksAgain() {
        Scene scene = confirming();

        stage.play(scene, new Decision.Correct(), new Extraction(Map.of("design", List.of("rocket")), Map.of()));

        assertThat(scene.reply()).startsWith("That is how I have it already.").endsWith("?");
        assertThat(scene.state().id()).isEqualTo("confirm-order");
        assertThat(scene.awaiting()).isEmpty();
    }

    @Test
    void givenTheCustomerTurnsBack_whenTheyGoBack_thenThePreviousStateAsksAgain() {
        Scene scene =
                stage.scene("ask-quantity", List.of("greeting", "ask-design"), Map.of("design", List.of("rocket")));

        stage.play(scene, new Decision.Back(), NOTHING);

        assertThat(scene.state().id()).isEqualTo("ask-design");
        assertThat(scene.path()).containsExactly("greeting");
    }

    @Test
    void givenSomethingIsKnown_whenTheCustomerStartsOver_thenTheyAreAskedOnceBeforeItIsForgotten() {
        Scene scene = choosing();

        stage.play(scene, new Decision.Restart(), "start over", NOTHING, Optional.empty());

        assertThat(scene.state().id()).isEqualTo("ask-quantity");
        assertThat(scene.slots()).isNotEmpty();
        assertThat(scene.awaiting()).contains(Awaiting.RESTART_CONSENT);

        Scene agreeing = stage.scene("ask-quantity", scene.path(), scene.slots(), Awaiting.RESTART_CONSENT);
        stage.playAside(agreeing, Awaiting.RESTART_CONSENT, new Aside(true, false, Optional.empty()));

        assertThat(agreeing.state().id()).isEqualTo("greeting");
        assertThat(agreeing.slots()).isEmpty();
        assertThat(agreeing.path()).isEmpty();

        Scene declining = stage.scene("ask-quantity", scene.path(), scene.slots(), Awaiting.RESTART_CONSENT);
        stage.playAside(declining, Awaiting.RESTART_CONSENT, new Aside(false, true, Optional.empty()));

        assertThat(declining.state().id()).isEqualTo("ask-quantity");
        assertThat(declining.slots()).isEqualTo(scene.slots());
        assertThat(declining.reply()).endsWith("?");
    }

    @Test
    void givenNothingIsKnown_whenTheCustomerStartsOver_thenNothingIsAsked() {
        Scene scene = stage.scene("ask-design", List.of("greeting"), Map.of());

        stage.play(scene, new Decision.Restart(), "start over", NOTHING, Optional.empty());

        assertThat(scene.state().id()).isEqualTo("greeting");
        assertThat(scene.awaiting()).isEmpty();
    }

    @Test
    void givenTheCustomerStartsOver_whenTheySayWhatToKeep_thenThatStaysAndTheRestIsForgotten() {
        Scene byName = stage.scene(
                "confirm-order",
                List.of("greeting", "ask-design", "ask-quantity"),
                Map.of("design", List.of("rocket"), "quantity", List.of("2")));

        stage.play(byName, new Decision.Restart(), "Start over, but keep the quantity", NOTHING, Optional.empty());

        assertThat(byName.slots()).containsOnlyKeys("quantity");
        assertThat(byName.state().id()).isEqualTo("greeting");
        assertThat(byName.reply()).startsWith("Alright, from the beginning, with what you want to keep.");

        Scene byValue = choosing();
        stage.play(
                byValue,
                new Decision.Restart(),
                "forget everything except the rocket",
                new Extraction(Map.of("design", List.of("rocket")), Map.of()),
                Optional.empty());

        assertThat(byValue.slots()).containsOnlyKeys("design");
    }

    @Test
    void givenTheCustomerTurnsBack_whenTheyWantAPerson_thenTheNumberIsAskedForAndTheFlowWaits() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), Map.of());

        stage.play(scene, new Decision.HandOff(), NOTHING);
        assertThat(scene.state().id()).isEqualTo("ask-quantity");
        assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_NUMBER);

        Optional<String> number =
                stage.playAside(scene, Awaiting.CALL_BACK_NUMBER, new Aside(false, false, Optional.of("+12125550123")));
        assertThat(number).contains("+12125550123");
    }

    @Test
    void givenTheCustomerSeemsToGiveUp_whenAskedWhether_thenYesEndsItAndNoGoesOn() {
        Scene scene = stage.scene("confirm-order", List.of("greeting"), Map.of("design", List.of("rocket")));

        stage.play(scene, new Decision.SeemToGiveUp(), NOTHING);

        assertThat(scene.state().id()).isEqualTo("confirm-order");
        assertThat(scene.awaiting()).contains(Awaiting.GIVE_UP_CONSENT);
        assertThat(scene.reply()).contains("drop this order");

        Scene staying = stage.scene("confirm-order", List.of("greeting"), scene.slots(), Awaiting.GIVE_UP_CONSENT);
        stage.playAside(staying, Awaiting.GIVE_UP_CONSENT, new Aside(false, true, Optional.empty()));

        assertThat(staying.state().id()).isEqualTo("confirm-order");
        assertThat(staying.reply())
                .startsWith("Good, your order is still here.")
                .endsWith("?");

        Scene leaving = stage.scene("confirm-order", List.of("greeting"), scene.slots(), Awaiting.GIVE_UP_CONSENT);
        stage.playAside(leaving, Awaiting.GIVE_UP_CONSENT, new Aside(true, false, Optional.empty()));

        assertThat(leaving.state().id()).isEqualTo("cancelled");
    }

    /** A rocket is chosen, and how many is asked. */
    private Scene choosing() {
        return stage.scene("ask-quantity", List.of("greeting", "ask-design"), Map.of("design", List.of("rocket")));
    }

    /** Two rocket cards are read back. */
    private Scene confirming() {
        return stage.scene(
                "confirm-order",
                List.of("greeting", "ask-design", "ask-quantity"),
                Map.of("design", List.of("rocket"), "quantity", List.of("2")));
    }
}
