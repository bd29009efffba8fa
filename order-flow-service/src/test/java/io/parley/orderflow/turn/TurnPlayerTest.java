package io.parley.orderflow.turn;

import static io.parley.orderflow.turn.Stage.NOON;
import static io.parley.orderflow.turn.Stage.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.orderflow.GiftCards;
import io.parley.orderflow.slot.Extraction;
import io.parley.session.Session.Awaiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TurnPlayerTest {

    private final Stage stage = new Stage(GiftCards.campaign());

    @Nested
    class GivenSomethingOfOursFails {

        @Test
        void whenExcused_thenTheConversationStaysAndFromTheSecondTimeOnAPersonIsOffered() {
            Scene scene = stage.scene("ask-design", List.of("greeting"), Map.of("quantity", List.of("2")));

            stage.player().excuse(scene);

            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.slots()).containsKey("quantity");
            String once = scene.reply();
            assertThat(once).isNotBlank();

            stage.player().excuse(scene);

            assertThat(scene.reply().length()).isGreaterThan(2 * once.length());
        }
    }

    @Nested
    class GivenANumberToCallIsAsked {

        @Test
        void whenItCannotBeRung_thenItIsAskedForAgainWithoutACall() {
            Scene scene = stage.scene("ask-design", List.of("greeting"), Map.of(), Awaiting.CALL_BACK_NUMBER);

            stage.player().refuseNumber(scene);

            assertThat(scene.reply()).startsWith("I cannot ring that number");
            assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_NUMBER);
            assertThat(scene.state().id()).isEqualTo("ask-design");
        }
    }

    @Nested
    class GivenTheCustomerWasAway {

        @Test
        void whenTheyComeBackToAnOrder_thenTheyAreWelcomedAndItGoesOn() {
            Scene scene = stage.scene("greeting", List.of(), Map.of(), 1, NOON.plus(Duration.ofMinutes(30)), null);

            stage.advance(scene, "ask-design", Map.of());

            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.reply()).startsWith("Welcome back. ").endsWith("ask-design one, please?");
        }

        @Test
        void whenTheyTookTheirTimeOrHadNotBegun_thenNothingIsSaidOfIt() {
            Scene sooner = stage.scene("greeting", List.of(), Map.of(), 1, NOON.plus(Duration.ofMinutes(29)), null);
            Scene first = stage.scene("greeting", List.of(), Map.of(), 0, NOON.plus(Duration.ofDays(1)), null);

            stage.advance(sooner, "ask-design", Map.of());
            stage.advance(first, "ask-design", Map.of());

            assertThat(sooner.reply()).doesNotContain("Welcome back");
            assertThat(first.reply()).doesNotContain("Welcome back");
        }

        @Test
        void whenTheyTalkOnAfterTheEnd_thenTheyAreToldInTheCampaignsWords() {
            assertThat(stage.player().afterTheEnd(stage.scene("cancelled", List.of("greeting"), Map.of())))
                    .isEqualTo("This conversation has ended; start a new one to go on.");
        }
    }

    @Nested
    class GivenTheCustomerGoesOn {

        @Test
        void whenOneUtteranceAnswersTwoStates_thenTheSecondIsPassedOver() {
            Scene scene = stage.scene("greeting", List.of(), Map.of());

            stage.advance(scene, "ask-design", Map.of("design", List.of("rocket"), "quantity", List.of("2")));

            assertThat(scene.state().id()).isEqualTo("confirm-order");
            assertThat(scene.slots()).containsKeys("design", "quantity");
            assertThat(scene.reply()).contains("confirm-order");
        }

        @Test
        void whenTheAnswerIsMissing_thenItIsAskedForAgainAndNothingMoves() {
            Scene scene = stage.scene("ask-design", List.of("greeting"), Map.of());

            stage.play(scene, new Decision.Advance("ask-quantity"), NOTHING);

            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.misses()).isEqualTo(1);
            assertThat(scene.reply()).startsWith("Pardon?").endsWith("ask-design one, please?");
        }

        @Test
        void whenAValueCannotBeTaken_thenTheStateSaysSoAndStays() {
            Scene scene = stage.scene("ask-quantity", List.of("greeting"), Map.of("design", List.of("rocket")));

            stage.play(
                    scene,
                    new Decision.Advance("confirm-order"),
                    new Extraction(Map.of(), Map.of("quantity", "too-high")));

            assertThat(scene.state().id()).isEqualTo("ask-quantity");
            assertThat(scene.reply()).isEqualTo("I cannot take that, I am afraid.");
        }

        @Test
        void whenTheWordsOnlyAnswerWhatComesLater_thenThatIsKeptAndTheQuestionAskedWithoutReproach() {
            Scene scene = stage.scene("ask-design", List.of("greeting"), Map.of());

            stage.play(scene, new Decision.NotUnderstood(), new Extraction(Map.of("quantity", List.of("3")), Map.of()));

            assertThat(scene.slots()).containsEntry("quantity", List.of("3"));
            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.reply()).endsWith("ask-design one, please?").doesNotContain("Pardon");
            assertThat(scene.misses()).isZero();
        }

        @Test
        void whenNobodyUnderstandsThreeTimes_thenAPersonIsOffered() {
            Scene scene = stage.scene("greeting", List.of(), Map.of());
            for (int i = 0; i < 3; i++) {
                stage.play(scene, new Decision.NotUnderstood(), NOTHING);
            }
            assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
            assertThat(scene.reply()).endsWith("Shall a colleague call you and help with this?");
        }

        @Test
        void whenTheCustomerGivesUp_thenTheConversationEndsFromAnywhere() {
            Scene scene = stage.scene("ask-quantity", List.of("greeting"), Map.of());

            stage.play(scene, new Decision.GiveUp("cancelled"), NOTHING);

            assertThat(scene.state().id()).isEqualTo("cancelled");
        }
    }
}
