package io.parley.orderflow.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.contracts.event.DialogueEvent.PersonWanted;
import io.parley.contracts.model.AnswerReply;
import io.parley.contracts.model.ModelProvenance;
import io.parley.contracts.model.RecalledFact;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.flow.FlowMachine;
import io.parley.orderflow.flow.FlowRun;
import io.parley.orderflow.order.PaymentProvider.PaymentResult;
import io.parley.orderflow.policy.PolicyProperties;
import io.parley.orderflow.response.BucketRenderer;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.turn.TurnPlayer.Played;
import io.parley.session.Session;
import io.parley.session.Session.Awaiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TurnPlayerTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Extraction NOTHING = new Extraction(Map.of(), Map.of());

    private final Campaign campaign = GiftCards.campaign();
    private final FlowMachine machine = new FlowMachine(campaign);
    private final BucketRenderer buckets = new BucketRenderer();
    private final TurnPlayer player = new TurnPlayer(buckets, new PolicyProperties(Duration.ofMillis(800), 6, 3));

    @Nested
    class GivenSomethingOfOursFails {

        @Test
        void whenExcused_thenTheConversationStaysAndFromTheSecondTimeOnAPersonIsOffered() {
            Scene scene = scene("ask-design", List.of("greeting"), Map.of("quantity", List.of("2")));

            player.excuse(scene);

            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.slots()).containsKey("quantity");
            String once = scene.reply();
            assertThat(once).isNotBlank();

            player.excuse(scene);

            assertThat(scene.reply().length()).isGreaterThan(2 * once.length());
        }
    }

    @Nested
    class GivenTheCustomerWasAway {

        @Test
        void whenTheyComeBackToAnOrder_thenTheyAreWelcomedAndItGoesOn() {
            Scene scene = scene("greeting", List.of(), Map.of(), 1, NOON.plus(Duration.ofMinutes(30)));

            advance(scene, "ask-design", Map.of());

            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.reply()).startsWith("Welcome back. ").endsWith("ask-design one, please?");
        }

        @Test
        void whenTheyTookTheirTimeOrHadNotBegun_thenNothingIsSaidOfIt() {
            Scene sooner = scene("greeting", List.of(), Map.of(), 1, NOON.plus(Duration.ofMinutes(29)));
            Scene first = scene("greeting", List.of(), Map.of(), 0, NOON.plus(Duration.ofDays(1)));

            advance(sooner, "ask-design", Map.of());
            advance(first, "ask-design", Map.of());

            assertThat(sooner.reply()).doesNotContain("Welcome back");
            assertThat(first.reply()).doesNotContain("Welcome back");
        }

        @Test
        void whenTheyTalkOnAfterTheEnd_thenTheyAreToldInTheCampaignsWords() {
            assertThat(player.afterTheEnd(scene("cancelled", List.of("greeting"), Map.of())))
                    .isEqualTo("This conversation has ended; start a new one to go on.");
        }
    }

    @Nested
    class GivenTheCustomerGoesOn {

        @Test
        void whenOneUtteranceAnswersTwoStates_thenTheSecondIsPassedOver() {
            Scene scene = scene("greeting", List.of(), Map.of());

            advance(scene, "ask-design", Map.of("design", List.of("rocket"), "quantity", List.of("2")));

            assertThat(scene.state().id()).isEqualTo("confirm-order");
            assertThat(scene.slots()).containsKeys("design", "quantity");
            assertThat(scene.reply()).contains("confirm-order");
        }

        @Test
        void whenTheAnswerIsMissing_thenItIsAskedForAgainAndNothingMoves() {
            Scene scene = scene("ask-design", List.of("greeting"), Map.of());

            play(scene, new Decision.Advance("ask-quantity"), NOTHING, Optional.empty());

            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.misses()).isEqualTo(1);
            assertThat(scene.reply()).startsWith("Pardon?").endsWith("ask-design one, please?");
        }

        @Test
        void whenAValueCannotBeTaken_thenTheStateSaysSoAndStays() {
            Scene scene = scene("ask-quantity", List.of("greeting"), Map.of("design", List.of("rocket")));

            play(
                    scene,
                    new Decision.Advance("confirm-order"),
                    new Extraction(Map.of(), Map.of("quantity", "too-high")),
                    Optional.empty());

            assertThat(scene.state().id()).isEqualTo("ask-quantity");
            assertThat(scene.reply()).isEqualTo("I cannot take that, I am afraid.");
        }

        @Test
        void whenTheWordsOnlyAnswerWhatComesLater_thenThatIsKeptAndTheQuestionAskedWithoutReproach() {
            Scene scene = scene("ask-design", List.of("greeting"), Map.of());

            play(
                    scene,
                    new Decision.NotUnderstood(),
                    new Extraction(Map.of("quantity", List.of("3")), Map.of()),
                    Optional.empty());

            assertThat(scene.slots()).containsEntry("quantity", List.of("3"));
            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.reply()).endsWith("ask-design one, please?").doesNotContain("Pardon");
            assertThat(scene.misses()).isZero();
        }

        @Test
        void whenNobodyUnderstandsThreeTimes_thenAPersonIsOffered() {
            Scene scene = scene("greeting", List.of(), Map.of());
            for (int i = 0; i < 3; i++) {
                play(scene, new Decision.NotUnderstood(), NOTHING, Optional.empty());
            }
            assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
            assertThat(scene.reply()).endsWith("Shall a colleague call you and help with this?");
        }

        @Test
        void whenTheCustomerGivesUp_thenTheConversationEndsFromAnywhere() {
            Scene scene = scene("ask-quantity", List.of("greeting"), Map.of());

            play(scene, new Decision.GiveUp("cancelled"), NOTHING, Optional.empty());

            assertThat(scene.state().id()).isEqualTo("cancelled");
        }
    }

    @Nested
    class GivenThePayingState {

        private final Map<String, List<String>> card = Map.of("card_number", List.of("4111111111111111"));

        @Test
        void whenTheCardIsGiven_thenPaymentIsDueBeforeAnythingMoves() {
            Scene scene = paying();

            Played played =
                    play(scene, new Decision.Advance("completed"), new Extraction(card, Map.of()), Optional.empty());

            assertThat(played).isEqualTo(new Played.PaymentDue("completed"));
            assertThat(scene.state().id()).isEqualTo("payment");
        }

        @Test
        void whenItIsApproved_thenTheOrderIsNamedAndTheCardForgotten() {
            Scene scene = settle(new PaymentResult.Approved("ref"));

            assertThat(scene.state().id()).isEqualTo("completed");
            assertThat(scene.slots()).containsEntry("card_number", List.of("•••• 1111"));
            assertThat(scene.known().orderId()).isPresent();
        }

        @Test
        void whenItIsDeclined_thenAnotherCardIsAskedFor() {
            Scene scene = settle(new PaymentResult.Declined());

            assertThat(scene.state().id()).isEqualTo("payment");
            assertThat(scene.slots()).doesNotContainKey("card_number");
            assertThat(scene.reply()).isEqualTo("The payment was declined. Would you like to try another card?");
        }

        @Test
        void whenItTimesOut_thenTheCustomerIsToldThatNothingIsChargedTwice() {
            assertThat(settle(new PaymentResult.TimedOut()).reply()).contains("not be charged twice");
        }

        private Scene settle(PaymentResult result) {
            Scene scene = paying();
            try (FlowRun run = machine.at("payment")) {
                player.play(
                        scene,
                        run,
                        new Decision.Advance("completed"),
                        Words.of("it is my card"),
                        new Extraction(card, Map.of()),
                        Optional.empty());
                player.settle(scene, run, "completed", result);
            }
            return scene;
        }

        private Scene paying() {
            return scene(
                    "payment",
                    List.of("greeting", "confirm-order"),
                    Map.of("design", List.of("rocket"), "quantity", List.of("2")));
        }
    }

    @Nested
    class GivenADigression {

        private final Map<String, List<String>> known = Map.of("design", List.of("rocket"));

        @Test
        void whenAFactFits_thenItIsToldWithItsPitchAndTheStateAsksAgain() {
            Scene scene = scene("ask-quantity", List.of("greeting"), known);

            play(scene, new Decision.Ask(), NOTHING, Optional.of(recalled("delivery-time", 0.1)));

            assertThat(scene.reply())
                    .startsWith("Two days for a rocket. Order now. ")
                    .endsWith("?");
            assertThat(scene.state().id()).isEqualTo("ask-quantity");
            assertThat(scene.slots()).isEqualTo(known);
            assertThat(scene.told()).containsExactly("delivery-time");
        }

        @Test
        void whenItIsToldAgain_thenWithoutThePitch() {
            Scene scene = scene("ask-quantity", List.of("greeting"), known);
            scene.tell("delivery-time");

            play(scene, new Decision.Ask(), NOTHING, Optional.of(recalled("delivery-time", 0.1)));

            assertThat(scene.reply()).startsWith("Two days for a rocket. ").doesNotContain("Order now");
        }

        @Test
        void whenNoFactFits_thenThatIsSaidHonestlyAndAPersonIsOffered() {
            Scene scene = scene("ask-quantity", List.of("greeting"), known);

            play(scene, new Decision.Ask(), NOTHING, Optional.of(recalled("delivery-time", 0.9)));

            assertThat(scene.reply()).contains("colleague");
            assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
            assertThat(scene.events()).hasOnlyElementsOfType(PersonWanted.class);
        }

        @Test
        void whenTheFactSpeaksOfWhatIsNotKnownYet_thenNoneIsToldAndAPersonIsOffered() {
            Scene scene = scene("ask-design", List.of("greeting"), Map.of());

            play(scene, new Decision.Ask(), NOTHING, Optional.of(recalled("delivery-time", 0.1)));

            assertThat(scene.reply()).contains("colleague");
            assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_CONSENT);
            assertThat(scene.told()).isEmpty();
        }

        @Test
        void whenADoubtIsMetByAFactOfWhatIsNotKnownYet_thenTheCustomerIsReassured() {
            Scene scene = scene("ask-design", List.of("greeting"), Map.of());

            play(scene, new Decision.Hesitate(), NOTHING, Optional.of(recalled("delivery-time", 0.1)));

            assertThat(scene.reply()).startsWith("Take all the time you need.").endsWith("?");
        }

        @Test
        void whenTheMemoryIsSilent_thenTheCustomerIsAskedToSayItAgain() {
            Scene scene = scene("ask-quantity", List.of("greeting"), known);

            play(scene, new Decision.Ask(), NOTHING, Optional.empty());

            assertThat(scene.reply()).isEqualTo("Sorry, that took me too long. Could you say it once more?");
        }
    }

    @Nested
    class GivenTheCustomerTurnsBack {

        @Test
        void whenAValueIsCorrected_thenOnlyItChangesAndTheStateAsksAgain() {
            Scene scene = scene(
                    "confirm-order",
                    List.of("greeting", "ask-design", "ask-quantity"),
                    Map.of("design", List.of("rocket"), "quantity", List.of("2")));

            play(
                    scene,
                    new Decision.Correct(),
                    new Extraction(Map.of("quantity", List.of("3")), Map.of()),
                    Optional.empty());

            assertThat(scene.state().id()).isEqualTo("confirm-order");
            assertThat(scene.slots())
                    .containsEntry("quantity", List.of("3"))
                    .containsEntry("design", List.of("rocket"));
            assertThat(scene.reply()).startsWith("Noted, I have changed that.");
        }

        @Test
        void whenACorrectionOpensAnotherWay_thenWhatIsNewlyNeededIsAsked() {
            Scene scene = scene(
                    "confirm-order",
                    List.of("greeting", "ask-design", "ask-quantity"),
                    Map.of("design", List.of("rocket"), "quantity", List.of("2")));

            play(
                    scene,
                    new Decision.Correct(),
                    new Extraction(Map.of("quantity", List.of("12")), Map.of()),
                    Optional.empty());

            assertThat(scene.state().id()).isEqualTo("offer-ribbon");
        }

        @Test
        void whenTheyNameWhatToChangeWithoutAValue_thenItIsAskedAndTheFlowResumesAfterwards() {
            Scene scene = scene(
                    "confirm-order",
                    List.of("greeting", "ask-design", "ask-quantity"),
                    Map.of("design", List.of("rocket"), "quantity", List.of("2")));

            play(scene, new Decision.Correct(), "I want to change the design", NOTHING);

            assertThat(scene.state().id()).isEqualTo("ask-design");
            advance(scene, "ask-quantity", Map.of("design", List.of("flowers")));
            assertThat(scene.state().id()).isEqualTo("confirm-order");
        }

        @Test
        void whenItIsNotClearWhatToChange_thenWeAsk() {
            Scene scene = scene("confirm-order", List.of("greeting"), Map.of("design", List.of("rocket")));

            play(scene, new Decision.Correct(), "no that is wrong", NOTHING);

            assertThat(scene.awaiting()).contains(Awaiting.CORRECTION_VALUE);
        }

        @Test
        void whenTheyGoBack_thenThePreviousStateAsksAgain() {
            Scene scene = scene("ask-quantity", List.of("greeting", "ask-design"), Map.of("design", List.of("rocket")));

            play(scene, new Decision.Back(), NOTHING, Optional.empty());

            assertThat(scene.state().id()).isEqualTo("ask-design");
            assertThat(scene.path()).containsExactly("greeting");
        }

        @Test
        void whenTheyStartOver_thenEverythingIsForgotten() {
            Scene scene = scene("ask-quantity", List.of("greeting", "ask-design"), Map.of("design", List.of("rocket")));

            play(scene, new Decision.Restart(), NOTHING, Optional.empty());

            assertThat(scene.state().id()).isEqualTo("greeting");
            assertThat(scene.slots()).isEmpty();
            assertThat(scene.path()).isEmpty();
        }

        @Test
        void whenTheyWantAPerson_thenTheNumberIsAskedForAndTheFlowWaits() {
            Scene scene = scene("ask-quantity", List.of("greeting"), Map.of());

            play(scene, new Decision.HandOff(), NOTHING, Optional.empty());
            assertThat(scene.state().id()).isEqualTo("ask-quantity");
            assertThat(scene.awaiting()).contains(Awaiting.CALL_BACK_NUMBER);

            Optional<String> number = player.playAside(
                    scene, Awaiting.CALL_BACK_NUMBER, new Aside(false, false, Optional.of("+12125550123")));
            assertThat(number).contains("+12125550123");
        }
    }

    private void advance(Scene scene, String to, Map<String, List<String>> values) {
        play(scene, new Decision.Advance(to), new Extraction(values, Map.of()), Optional.empty());
    }

    private Played play(Scene scene, Decision decision, Extraction heard, Optional<AnswerReply> answer) {
        try (FlowRun run = machine.at(scene.state().id())) {
            return player.play(scene, run, decision, Words.of("words"), heard, answer);
        }
    }

    private void play(Scene scene, Decision decision, String said, Extraction heard) {
        try (FlowRun run = machine.at(scene.state().id())) {
            player.play(scene, run, decision, Words.of(said), heard, Optional.empty());
        }
    }

    private static AnswerReply recalled(String fact, double noFact) {
        return new AnswerReply(
                "r",
                List.of(new RecalledFact(fact, 0.9, List.of(0.5, 0.9))),
                noFact,
                0.5,
                "question",
                new ModelProvenance("v1", "hash", 1),
                1,
                null);
    }

    private Scene scene(String state, List<String> path, Map<String, List<String>> slots) {
        return scene(state, path, slots, 0, NOON);
    }

    private Scene scene(String state, List<String> path, Map<String, List<String>> slots, int turn, Instant now) {
        @Nullable String none = null;
        Session session = new Session(
                new Session.Contact("c-1", "hash", campaign.id(), campaign.version(), "chat", 7, NOON),
                1,
                turn,
                state,
                path,
                slots,
                Session.SpokenMemory.EMPTY,
                null,
                none,
                none,
                none,
                NOON);
        return new Scene(campaign, session, now);
    }
}
