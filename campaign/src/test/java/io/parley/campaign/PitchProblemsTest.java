package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be wrong with a fact's pitches, and with words that reach customers as they stand. */
class PitchProblemsTest {

    private static final String FACTS = "facts.yaml";
    private static final String PITCH = "pitch: \"Order in the next hour and it still leaves today.\"";

    private static final String PITCHES = """
            pitches:
                - "Order in the next hour and it still leaves today."
                - { say: "Your {{design}} card is in stock.", states: [ask-quantity, ask-delivery], slots: [design] }
                - say: "Shall we go on, then?"
                  states: ask-buyer""";

    @TempDir
    Path temporary;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "states: [ask-quantity, ask-delivery], slots",
                        "states: [ask-quantiti], slots",
                        "facts.yaml:7: a pitch names a state 'ask-quantiti' that does not exist. Did you mean 'ask-quantity'?"),
                Arguments.of(
                        "slots: [design]",
                        "slots: [desing]",
                        "facts.yaml:7: a pitch names a slot 'desing' that does not exist. Did you mean 'design'?"),
                Arguments.of(
                        "slots: [design]",
                        "slots: [card_number]",
                        "facts.yaml:7: a pitch waits for 'card_number', which is never kept. Take it out"),
                Arguments.of(
                        "slots: [design]",
                        "slot: [design]",
                        "facts.yaml:7: 'slot' is no key of a pitch. Did you mean 'slots'?"),
                Arguments.of("say: \"Shall", "text: \"Shall", "facts.yaml:8: a pitch has no 'say'. Add it"),
                Arguments.of(
                        "- say: \"Shall we go on, then?\"\n      states: ask-buyer",
                        "- \"Order in the next hour and it still leaves today.\"",
                        "facts.yaml:8: the pitch 'Order in the next hour and it still leaves today.' is there already, on line"
                                + " 6. Take one of the two out"),
                Arguments.of(
                        "pitches:",
                        "pitch: \"Buy.\"\n  pitches:",
                        "facts.yaml:6: the fact has both 'pitch' and 'pitches'. Put the pitch into the list and take the"
                                + " other key out"),
                Arguments.of(
                        "\"Order in the next hour and it still leaves today.\"",
                        "\"\"",
                        "facts.yaml:6: a pitch is empty. Write something or take it out"),
                Arguments.of(
                        "Order in the",
                        "<b>Order</b> in the",
                        "facts.yaml:6: a text has HTML in it. Write plain words: they are shown and spoken as they stand"),
                Arguments.of(
                        "Shall we",
                        "<script src=x Shall we",
                        "facts.yaml:8: a text has HTML in it. Write plain words: they are shown and spoken as they stand"),
                Arguments.of(
                        "{{design}} card is",
                        "{{desing}} card is",
                        "facts.yaml:7: {{desing}} stands for nothing. Did you mean 'design'?"),
                Arguments.of(
                        "Shall we",
                        "{{card_number}}: shall we",
                        "facts.yaml:8: {{card_number}} is never kept and cannot be told. Take it out"),
                Arguments.of(
                        "Shall we",
                        "{{fact.pitch}} Shall we",
                        "facts.yaml:8: {{fact.pitch}} is the fact itself. Take it out"),
                Arguments.of(
                        "Shall we",
                        "{Shall we",
                        "facts.yaml:8: a brace in '{Shall we go on, then?' belongs to no {{variable}}. Write {{name}}, two"
                                + " braces on each side"),
                Arguments.of(
                        "How long does delivery take?",
                        "How long does <i>delivery</i> take?",
                        "facts.yaml:3: a text has HTML in it. Write plain words: they are shown and spoken as they stand"),
                Arguments.of(
                        "How long does delivery take?",
                        "How long does {{design}} take?",
                        "facts.yaml:3: the question 'How long does {{design}} take?' has a brace in it. Write it as customers"
                                + " say it; variables are for answers and pitches"),
                Arguments.of(
                        "Cards leave",
                        "&#x3C;p&#x3E;Cards leave",
                        "facts.yaml:4: a text has HTML in it. Write plain words: they are shown and spoken as they stand"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void givenAMistake_whenRead_thenItIsReportedWithItsLineAndWhatToDo(String words, String others, String problem) {
        Reading reading = withPitches(PITCHES, words, others);

        assertThat(reading.problems()).extracting(CampaignProblem::toString).contains(problem);
        assertThat(reading.isValid()).isFalse();
    }

    @Test
    void givenNoPitchInTheList_whenRead_thenItIsReported() {
        assertThat(withPitches("pitches: []", "[]", "[]").problems())
                .extracting(CampaignProblem::toString)
                .contains("facts.yaml:5: the fact has no pitch in 'pitches'. Write one or take the key out");
    }

    @Test
    void givenSeveralPitches_whenRead_thenEachHasItsStatesAndSlots() {
        assertThat(pitches(withPitches(PITCHES, "Order", "Order")))
                .containsExactly(
                        Pitch.anywhere("Order in the next hour and it still leaves today."),
                        new Pitch(
                                "Your {{design}} card is in stock.",
                                List.of("ask-quantity", "ask-delivery"),
                                List.of("design")),
                        new Pitch("Shall we go on, then?", List.of("ask-buyer"), List.of()));
    }

    @Test
    void givenOnePitch_whenRead_thenItFitsAnywhere() {
        Reading reading = CampaignFolder.in(temporary).read();

        assertThat(pitches(reading)).singleElement().satisfies(pitch -> {
            assertThat(pitch.fits("ask-buyer", List.of())).isTrue();
            assertThat(pitch.id()).matches("[0-9a-f]{12}");
        });
    }

    @Test
    void givenAQuestionWithWhatTheMaskerLeaves_whenRead_thenItIsFine() {
        Reading reading = CampaignFolder.in(temporary)
                .replacing(FACTS, "when will it get here", "will you write to <email>")
                .read();

        assertThat(reading.errors()).isEmpty();
    }

    private static List<Pitch> pitches(Reading reading) {
        assertThat(reading.errors()).isEmpty();
        return reading.campaign().orElseThrow().facts().getFirst().pitches();
    }

    private Reading withPitches(String pitches, String words, String others) {
        CampaignFolder folder = CampaignFolder.in(temporary);
        String facts = folder.text(FACTS).replace(PITCH, pitches);
        assertThat(facts).contains(words);
        return folder.with(FACTS, facts.replace(words, others)).read();
    }
}
