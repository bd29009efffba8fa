package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.GiftCards;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.turn.TurnPlayer.Played;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when the customer pays. */
class PayingTest {

    private final Stage stage = new Stage(GiftCards.campaign());

    private final Map<String, List<String>> card = Map.of("card_number", List.of("4111111111111111"));

    @Test
    void givenThePayingState_whenTheCardIsGiven_thenPaymentIsDueBeforeAnythingMoves() {
        Scene scene = paying();

        Played played = stage.play(scene, new Decision.Advance("completed"), new Extraction(card, Map.of()));

        assertThat(played).isEqualTo(new Played.PaymentDue("completed"));
        assertThat(scene.state().id()).isEqualTo("payment");
    }

    @Test
    void givenThePayingState_whenItIsApproved_thenTheOrderIsNamedAndTheCardForgotten() {
        Scene scene = settle(new PaymentResult.Approved("ref"));

        assertThat(scene.state().id()).isEqualTo("completed");
        assertThat(scene.slots()).containsEntry("card_number", List.of("•••• 1111"));
        assertThat(scene.known().orderId()).isPresent();
    }

    @Test
    void givenThePayingState_whenItIsDeclined_thenAnotherCardIsAskedFor() {
        Scene scene = settle(new PaymentResult.Declined());

        assertThat(scene.state().id()).isEqualTo("payment");
        assertThat(scene.slots()).doesNotContainKey("card_number");
        assertThat(scene.reply()).isEqualTo("The payment was declined. Would you like to try another card?");
    }

    @Test
    void givenThePayingState_whenItTimesOut_thenTheCustomerIsToldThatNothingIsChargedTwice() {
        assertThat(settle(new PaymentResult.TimedOut()).reply()).contains("not be charged twice");
    }

    private Scene settle(PaymentResult result) {
        Scene scene = paying();
        stage.play(scene, new Decision.Advance("completed"), new Extraction(card, Map.of()));
        stage.settle(scene, "completed", result);
        return scene;
    }

    private Scene paying() {
        return stage.scene(
                "payment",
                List.of("greeting", "confirm-order"),
                Map.of("design", List.of("rocket"), "quantity", List.of("2")));
    }
}
