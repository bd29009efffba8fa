package io.parley.orderflow.turn;

import static io.parley.orderflow.turn.Stage.NOON;
import static io.parley.orderflow.turn.Stage.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.model.NextStateReply;
import io.parley.contracts.model.ScoredState;
import io.parley.orderflow.GiftCards;
import io.parley.orderflow.response.Rendering;
import io.parley.orderflow.slot.Extraction;
import io.parley.orderflow.slot.Heard;
import io.parley.orderflow.slot.SlotExtractor;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer who answers and asks in one breath. */
class SaidBesidesTest {

    private static final Map<String, List<String>> ROCKET = Map.of("design", List.of("rocket"));

    private final Stage stage = new Stage(GiftCards.campaign());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ask-design   | the rocket please, do you ship abroad | {design=[rocket]} | do you ship abroad
        ask-design   | rocket, do you ship abroad            | {design=[rocket]} | do you ship abroad
        ask-quantity | Three. When will they be here?        | {quantity=[3]}    | When will they be here
        """)
    void givenAnAnswerBesides_whenItIsBeyondDoubt_thenItIsTakenAndTheQuestionStandsByItself(
            String state, String said, String values, String question) {
        Optional<SaidBesides> besides = in(state, Map.of(), said);

        assertThat(besides)
                .get()
                .extracting(both -> ((Decision.Ask) both.decision()).besides().toString())
                .isEqualTo(values);
        assertThat(besides).get().extracting(both -> both.rest().raw()).isEqualTo(question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ask-design    | the rocket, how big is it               | may only be spoken of
        ask-design    | a note, how much is that                | may only be spoken of
        ask-design    | rocket, how much more                   | may only be spoken of
        ask-quantity  | Do my kids get one? We have two         | may be of something else
        ask-design    | my son loves the rocket, do you ship it | says more than a value
        ask-quantity  | my boys are three, is that too young    | says more than a value
        offer-ribbon  | yes, is it red                          | a yes may be to something else
        confirm-order | yes, when will they be here             | is about an order
        payment       | 4111 1111 1111 1111, is that safe       | is about money
        """)
    void givenSomethingBesides_whenItMayMeanAnything_thenOnlyTheQuestionCounts(String state, String said, String why) {
        assertThat(in(state, Map.of(), said)).as(why).isEmpty();
    }

    @Test
    void givenAnAnswerBeforeADoubt_whenItIsBeyondDoubtItself_thenItIsTaken() {
        assertThat(in(new Decision.Hesitate(), "ask-quantity", ROCKET, "just two, my sister finds them dear"))
                .contains(new SaidBesides(
                        new Decision.Hesitate(Map.of("quantity", List.of("2"))),
                        Words.of("my sister finds them dear")));
        assertThat(in(new Decision.Hesitate(), "ask-quantity", ROCKET, "two, hmm, I don't know"))
                .as("taken back")
                .isEmpty();
        assertThat(in(new Decision.Hesitate(), "ask-design", Map.of(), "the rocket, that is a lot of money"))
                .as("may only be spoken of")
                .isEmpty();
    }

    @Test
    void givenAWayOn_whenSomethingIsAskedBesides_thenBothCount() {
        Decision on = new Decision.Advance("ask-quantity");

        assertThat(in(on, 0.6, "ask-design", Map.of(), "rocket please, any nuts in that?"))
                .contains(new SaidBesides(new Decision.AdvanceAsking("ask-quantity"), Words.of("any nuts in that")));
        assertThat(in(on, 0.99, "ask-design", Map.of(), "rocket please, any nuts in that?"))
                .as("the network is sure that nothing is asked")
                .isEmpty();
        assertThat(in(on, 0.6, "ask-design", Map.of(), "is the rocket nice"))
                .as("nothing is said besides")
                .isEmpty();
    }

    @Test
    void givenAWayOnAndAQuestion_whenAFactAnswersIt_thenItIsToldFirst() {
        assertThat(saidOnTheWayOn(0.1)).containsExactly("answer", "confirm-order");
    }

    @Test
    void givenAWayOnAndAQuestion_whenNoFactAnswersIt_thenTheFlowGoesOnAllTheSame() {
        assertThat(saidOnTheWayOn(0.9)).containsExactly("confirm-order");
    }

    @Test
    void givenWhatIsKnown_whenItIsNamedBesides_thenNothingChanges() {
        assertThat(in("ask-quantity", ROCKET, "flowers please, do you ship abroad"))
                .isEmpty();
    }

    @Test
    void givenAnAnswerBesides_whenTheQuestionIsAnswered_thenTheFlowGoesOnAndAsksForWhatComesNext() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), ROCKET);

        answer(scene, Map.of("quantity", List.of("3")), 0.1);

        assertThat(scene.state().id()).isEqualTo("confirm-order");
        assertThat(scene.slots()).containsEntry("quantity", List.of("3"));
        assertThat(scene.said()).extracting(Rendering::bucket).containsExactly("answer", "confirm-order");
        assertThat(scene.facts().told()).containsExactly("delivery-time");
    }

    @Test
    void givenWhatIsAskedForLater_whenTheQuestionIsAnswered_thenItIsKeptAndTheStateAsksAgain() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), ROCKET);

        answer(scene, Map.of("extras", List.of("note")), 0.1);

        assertThat(scene.state().id()).isEqualTo("ask-quantity");
        assertThat(scene.slots()).containsEntry("extras", List.of("note"));
    }

    @Test
    void givenAnAnswerBesides_whenNoFactFits_thenTheCustomerIsAskedAboutThatAndNothingMoves() {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), ROCKET);

        answer(scene, Map.of("quantity", List.of("3")), 0.9);

        assertThat(scene.state().id()).isEqualTo("ask-quantity");
        assertThat(scene.slots()).isEqualTo(ROCKET);
    }

    /** The buckets of what is said to "three", and a question, where that leads to the read-back. */
    private List<String> saidOnTheWayOn(double noFact) {
        Scene scene = stage.scene("ask-quantity", List.of("greeting"), ROCKET);
        Extraction three = new Extraction(Map.of("quantity", List.of("3")), Map.of());

        stage.play(
                scene,
                new Decision.AdvanceAsking("confirm-order"),
                "words",
                three,
                Optional.of(Recollections.of("delivery-time", noFact)));

        assertThat(scene.state().id()).isEqualTo("confirm-order");
        return scene.said().stream().map(Rendering::bucket).toList();
    }

    private void answer(Scene scene, Map<String, List<String>> besides, double noFact) {
        stage.play(
                scene,
                new Decision.Ask(besides),
                "words",
                NOTHING,
                Optional.of(Recollections.of("delivery-time", noFact)));
    }

    private Optional<SaidBesides> in(String state, Map<String, List<String>> known, String said) {
        return in(new Decision.Ask(), state, known, said);
    }

    private Optional<SaidBesides> in(Decision digress, String state, Map<String, List<String>> known, String said) {
        return in(digress, 0.9, state, known, said);
    }

    private Optional<SaidBesides> in(
            Decision decision, double confidence, String state, Map<String, List<String>> known, String said) {
        Scene scene = stage.scene(state, List.of("greeting"), known);
        ZonedDateTime now = NOON.atZone(ZoneOffset.UTC);
        Extraction heard = SlotExtractor.extract(
                scene.campaign(), new Heard(said, scene.state().collects(), known, false, now));
        NextStateReply asking = Rankings.of(new ScoredState("ask-quantity", 0.6), new ScoredState("question", 0.3));
        return SaidBesides.in(
                scene,
                new Decided(decision, confidence, Ground.NETWORK),
                heard,
                Optional.of(asking),
                Words.of(said),
                now);
    }
}
