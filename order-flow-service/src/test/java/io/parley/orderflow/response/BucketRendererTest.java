package io.parley.orderflow.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.campaign.Campaign;
import io.parley.campaign.Fact;
import io.parley.campaign.Pitch;
import io.parley.campaign.Replies;
import io.parley.campaign.State;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.flow.Standing;
import io.parley.orderflow.response.BucketRenderer.Choice;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class BucketRendererTest {

    private final Campaign campaign = GiftCards.campaign();
    private final BucketRenderer renderer = new BucketRenderer();

    @Test
    void givenAVariantWithAnUnknownSlot_whenRendered_thenAnotherIsSaid() {
        for (int turn = 0; turn < 20; turn++) {
            assertThat(say("ask-quantity", Map.of(), turn, Map.of()).text())
                    .isEqualTo("Welcome. ask-quantity one, please?");
        }
    }

    @Test
    void givenSeveralVariants_whenSaidAgain_thenNeverTheSameTwiceInARow() {
        Map<String, List<String>> known = Map.of("design", List.of("rocket"));
        Set<Integer> said = new HashSet<>();
        int last = -1;
        for (int turn = 0; turn < 20; turn++) {
            Rendering rendering = say("ask-quantity", known, turn, last < 0 ? Map.of() : Map.of("ask-quantity", last));
            assertThat(rendering.variant()).isNotEqualTo(last);
            last = rendering.variant();
            said.add(last);
        }
        assertThat(said).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void givenAStateThatAsksForTwo_whenOneIsKnown_thenTheVariantThatNamesItAsksForTheOther() {
        Map<String, List<String>> known = Map.of("design", List.of("rocket"));
        for (int turn = 0; turn < 20; turn++) {
            assertThat(say("ask-design", known, turn, Map.of()).text()).isEqualTo("ask-design two, a rocket?");
            assertThat(say("ask-design", known, turn, Map.of("ask-design", 1)).text())
                    .isEqualTo("Welcome. ask-design one, please?");
        }
    }

    @Test
    void givenAnOrderToReadBack_whenOneVariantNamesMoreOfIt_thenItIsSaidButNeverTwiceInARow() {
        Map<String, List<String>> known = Map.of("design", List.of("rocket"));
        for (int turn = 0; turn < 20; turn++) {
            assertThat(say("confirm-order", known, turn, Map.of()).text()).isEqualTo("confirm-order two, a rocket?");
            assertThat(say("confirm-order", known, turn, Map.of("confirm-order", 1))
                            .text())
                    .isEqualTo("Welcome. confirm-order one, please?");
        }
        assertThat(say("confirm-order", Map.of(), 1, Map.of()).text()).isEqualTo("Welcome. confirm-order one, please?");
    }

    @Test
    void givenTheSameSeedAndTurn_whenRenderedAgain_thenTheSameVariantIsSaid() {
        Map<String, List<String>> known = Map.of("design", List.of("rocket"));
        assertThat(say("ask-quantity", known, 3, Map.of())).isEqualTo(say("ask-quantity", known, 3, Map.of()));
    }

    @Test
    void givenTemplateSyntaxInAName_whenFilledIn_thenItIsSaidAsItIs() {
        assertThat(Template.fill("Hello {{name}} and $1", name -> Optional.of("{{order.total}} $0 \\")))
                .contains("Hello {{order.total}} $0 \\ and $1");
    }

    @Test
    void givenALadder_whenItIsClimbed_thenItsRungsComeInOrderAndTheLastStays() {
        Known known = known("greeting", Map.of());
        assertThat(renderer.rung("no-match", 0, known).text()).isEqualTo("Pardon?");
        assertThat(renderer.rung("no-match", 1, known).text()).isEqualTo("In other words? “yes, please”");
        assertThat(renderer.rung("no-match", 9, known).variant()).isEqualTo(1);
    }

    @Test
    void givenAReplyTheCampaignDoesNotWrite_whenSaid_thenTheBuiltInOneIsThere() {
        assertThat(renderer.reply("hand-off", known("greeting", Map.of()), choice(1, Map.of()))
                        .text())
                .isEqualTo("I am asking a colleague to join us here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void givenTheBuiltInReplies_whenCompared_thenACampaignMayWriteEveryOneAndOnlyThose(String language)
            throws IOException {
        try (InputStream builtIn = BucketRenderer.class.getResourceAsStream("/replies/" + language + ".yaml")) {
            Map<String, List<String>> replies = new Yaml(new SafeConstructor(new LoaderOptions())).load(builtIn);
            assertThat(replies.keySet()).containsExactlyInAnyOrderElementsOf(Replies.NAMES);
        }
    }

    @Test
    void givenACampaignWritesItsOwnReplies_whenSaid_thenTheBuiltInOnesAreNot() {
        Campaign own = GiftCards.saying(Map.of(
                "choice-yes", List.of("Ja"),
                "answer", List.of("Gern: {{fact.answer}}"),
                "no-match", List.of("Etwa {{example}}?"),
                "example-yes-no", List.of("ja, bitte")));
        Known greeting = new Known(own, own.state("greeting"), Map.of(), Optional.empty(), Optional.empty());
        assertThat(renderer.reply("choice-yes", greeting, choice(1, Map.of())).text())
                .isEqualTo("Ja");
        assertThat(told(renderer, fact("Two days.", "Order now."), greeting)).contains("Gern: Two days.");
        assertThat(renderer.rung("no-match", 0, greeting).text()).isEqualTo("Etwa “ja, bitte”?");
    }

    @Test
    void givenAFact_whenTold_thenItsAnswerIsFilledAndItsPitchFollows() {
        Known known = known("ask-quantity", Map.of("design", List.of("rocket")));
        assertThat(told(renderer, campaign.facts().getFirst(), known)).contains("Two days for a rocket. Order now.");
    }

    @Test
    void givenAFactWhoseAnswerNamesAnUnsetSlot_whenTold_thenThereIsNothingToSay() {
        assertThat(told(renderer, campaign.facts().getFirst(), known("greeting", Map.of())))
                .isEmpty();
    }

    @Test
    void givenAFactWhosePitchNamesAnUnsetSlot_whenTold_thenTheAnswerIsSaidWithoutIt() {
        Fact fact = fact("It takes two days.", "Your {{design}} card will be loved.");
        assertThat(told(renderer, fact, known("greeting", Map.of()))).contains("It takes two days.");
    }

    @Test
    void givenPitchesForStatesAndSlots_whenAFactIsTold_thenOnlyThoseFitThatAreMeantForHere() {
        Pitch anywhere = Pitch.anywhere("Order now.");
        Pitch early = new Pitch("It takes a minute.", List.of("greeting", "ask-design"), List.of());
        Pitch withSlot = new Pitch("Yours is waiting.", List.of(), List.of("design"));
        Pitch withVariable = Pitch.anywhere("Your {{design}} is waiting.");
        Fact fact = new Fact(
                "f",
                Fact.Kind.QUESTION,
                List.of("how long"),
                "Two days.",
                List.of(early, withSlot, withVariable, anywhere),
                List.of());

        assertThat(renderer.fitting(fact, known("greeting", Map.of()))).containsExactly(early, anywhere);
        assertThat(renderer.fitting(fact, known("ask-quantity", Map.of("design", List.of("rocket")))))
                .containsExactly(withSlot, withVariable, anywhere);
    }

    @Test
    void givenAnAnswerWithoutAPlaceForThePitch_whenAFactIsTold_thenItCountsAsToldWithoutIt() {
        Fact fact = fact("Two days.", "Order now.");
        Campaign terse = GiftCards.saying(Map.of("answer", List.of("Well: {{fact.answer}}")));
        Known known = new Known(terse, terse.state("greeting"), Map.of(), Optional.empty(), Optional.empty());

        assertThat(renderer.tell(fact, Optional.of(fact.pitches().getFirst()), known))
                .hasValueSatisfying(told -> {
                    assertThat(told.rendering().text()).isEqualTo("Well: Two days.");
                    assertThat(told.pitch()).isEmpty();
                });
    }

    @Test
    void givenNoVariantOfAStateCanBeFilled_whenSaid_thenItsQuestionIsOrThatWeAreNotSure() {
        assertThat(sayOnly("Your {{design}} cards, then. How many shall it be?").text())
                .isEqualTo("How many shall it be?");
        assertThat(sayOnly("How many {{design}} cards?").text()).isEqualTo("Sorry, I want to get this right.");
    }

    @Test
    void givenAnOrder_whenReadBack_thenLinesAndTotalAreFilled() {
        Known known = known(
                "confirm-order",
                Map.of("design", List.of("rocket"), "quantity", List.of("2"), "wants_ribbon", List.of("yes")));
        Variables variables = new Variables(known, new Examples(new DefaultReplies()));
        assertThat(variables.valueOf("order.lines")).contains("2 × rocket $60.00 and 2 × Ribbon $4.00");
        assertThat(variables.valueOf("order.total")).contains("$64.00");
        assertThat(variables.valueOf("ribbon.amount")).contains("$2.00");
        assertThat(variables.valueOf("design.price")).contains("$30.00");
        assertThat(variables.valueOf("order.id")).isEmpty();
        assertThat(variables.valueOf("nonsense")).isEmpty();
    }

    @Test
    void givenAGreeting_whenTheCustomerIsLedBack_thenOnlyTheQuestionIsSaidAgain() {
        assertThat(WayBack.question("Hello and welcome. Shall we find you a card?"))
                .isEqualTo("Shall we find you a card?");
        assertThat(WayBack.question("Alright Ms. Smith, shall we go on then?"))
                .isEqualTo("Alright Ms. Smith, shall we go on then?");
        assertThat(WayBack.question("We fly to Mars. Which one?")).isEqualTo("We fly to Mars. Which one?");
        assertThat(WayBack.question("Your card number, please.")).isEqualTo("Your card number, please.");
    }

    private Rendering sayOnly(String text) {
        State asking = campaign.state("ask-quantity");
        State only = new State(
                asking.id(),
                asking.collects(),
                List.of(text),
                List.of(),
                List.of(),
                asking.next(),
                asking.when(),
                false,
                false,
                false,
                Optional.empty(),
                false);
        return renderer.say(only, known("ask-quantity", Map.of()), choice(1, Map.of()));
    }

    private static Fact fact(String answer, String pitch) {
        return new Fact(
                "f", Fact.Kind.QUESTION, List.of("how long"), answer, List.of(Pitch.anywhere(pitch)), List.of());
    }

    /** With the first pitch that fits. */
    private static Optional<String> told(BucketRenderer renderer, Fact fact, Known known) {
        return renderer.tell(fact, renderer.fitting(fact, known).stream().findFirst(), known)
                .map(Told::rendering)
                .map(Rendering::text);
    }

    private Rendering say(String state, Map<String, List<String>> values, int turn, Map<String, Integer> last) {
        return renderer.say(campaign.state(state), known(state, values), choice(turn, last));
    }

    private static Choice choice(int turn, Map<String, Integer> last) {
        return new Choice(7, turn, last);
    }

    private Known known(String state, Map<String, List<String>> values) {
        return new Known(
                campaign,
                campaign.state(state),
                Standing.of(campaign, values, false).values(),
                Optional.empty(),
                Optional.empty());
    }
}
