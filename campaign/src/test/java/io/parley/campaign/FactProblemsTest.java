package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake in {@code facts.yaml} each, in a campaign and alone. */
class FactProblemsTest {

    private static final String FACTS = "facts.yaml";

    @TempDir
    Path temporary;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "kind: question ",
                        "kind: questoin ",
                        "facts.yaml:2: 'questoin' is no kind of fact. Did you mean 'question'?"),
                Arguments.of(
                        "  kind: question                 # or hesitation\n",
                        "",
                        "facts.yaml:1: a fact has no 'kind'. Add it"),
                Arguments.of("pitch:", "picth:", "facts.yaml:5: 'picth' is no key of a fact. Did you mean 'pitch'?"),
                Arguments.of(
                        "[\"How long does delivery take?\", \"when will it get here\", \"will it be here by the weekend\"]",
                        "[]",
                        "facts.yaml:3: the fact asks nothing. Write at least one question it answers"),
                Arguments.of(
                        "  answer: \"Cards leave the same day and take two to three days.\"\n",
                        "  answer:\n",
                        "facts.yaml:4: the answer is empty. Write what the customer is told"),
                Arguments.of(
                        "Cards leave the same day and take two to three days.",
                        "",
                        "facts.yaml:4: 'answer' of a fact has an empty text. Write something or take it out"),
                Arguments.of(
                        "[ask-delivery]",
                        "[ask-delivry]",
                        "facts.yaml:6: the fact names a state 'ask-delivry' that does not exist. Did you mean 'ask-delivery'?"),
                Arguments.of(
                        "- id: delivery-time",
                        "- id: Delivery Time",
                        "facts.yaml:1: 'Delivery Time' cannot be the id of a fact. Use lower-case letters, digits, hyphens and underscores, for example delivery-time"),
                Arguments.of(
                        "Cards leave",
                        "<p>Cards leave",
                        "facts.yaml:4: a text has HTML in it. Write plain words: they are shown and spoken as they stand"),
                Arguments.of(
                        "Cards leave",
                        "{{desing}} cards leave",
                        "facts.yaml:4: {{desing}} stands for nothing. Did you mean 'design'?"),
                Arguments.of(
                        "Order in the",
                        "{{buyer_nam}}, order in the",
                        "facts.yaml:5: {{buyer_nam}} stands for nothing. Did you mean 'buyer_name'?"),
                Arguments.of(
                        "Cards leave",
                        "{{card_number}}: cards leave",
                        "facts.yaml:4: {{card_number}} is never kept and cannot be told. Take it out"),
                Arguments.of(
                        "Cards leave",
                        "{{fact.answer}} Cards leave",
                        "facts.yaml:4: {{fact.answer}} is the fact itself. Take it out"),
                Arguments.of(
                        "Order in the",
                        "{{order.id}}: order in the",
                        "facts.yaml:5: {{order.id}} is not there before the order is placed. Take it out: questions come before"),
                Arguments.of(
                        "Order in",
                        "{Order in",
                        "facts.yaml:5: a brace in '{Order in the next hour and it still leaves today.' belongs to no {{variable}}. Write {{name}}, two braces on each side"),
                Arguments.of(
                        "Cards leave",
                        "{{buyer_name}}, cards leave",
                        "facts.yaml:4: warning: the answer cannot be given before {{buyer_name}} is known. Say it without, or move that part to the pitch"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void givenAMistake_whenRead_thenItIsReported(String words, String others, String problem) {
        Reading reading =
                CampaignFolder.in(temporary).replacing(FACTS, words, others).read();

        assertThat(reading.problems()).extracting(CampaignProblem::toString).contains(problem);
    }

    @Test
    void givenTheSameIdTwice_whenRead_thenTheSecondIsReported() {
        Reading reading =
                withSecond("- id: delivery-time\n  kind: question\n  ask: [may I bring a friend]\n  answer: Yes.\n");

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .contains("facts.yaml:7: the fact 'delivery-time' is there already, on line 1. Give one another id");
    }

    @Test
    void givenTheSameQuestionInTwoFacts_whenRead_thenItIsAContradiction() {
        Reading reading = withSecond(
                "- id: delivery-days\n  kind: question\n  ask: when will it get HERE?\n  answer: Tomorrow.\n");

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .contains("facts.yaml:9: 'when will it get HERE?' is asked by two facts, 'delivery-time' and"
                        + " 'delivery-days'. Keep it with the one that answers it");
    }

    @Test
    void givenFactsThatCannotBeRead_whenRowsNameThem_thenTheRowsAreNotBlamed() {
        Reading reading = CampaignFolder.in(temporary)
                .replacing(FACTS, "answer:", "anwser:")
                .read();

        assertThat(reading.errors()).allMatch(problem -> problem.file().equals(FACTS));
    }

    @Test
    void givenNoList_whenRead_thenItIsReported() {
        Reading reading =
                CampaignFolder.in(temporary).with(FACTS, "id: a\nanswer: b\n").read();

        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .contains("facts.yaml:1: the facts are no list. Begin each fact with a hyphen: - id: …");
    }

    @Test
    void givenFactsWithoutAFlow_whenRead_thenIdsAndKindAreFree() {
        FactReading reading =
                alone("- id: \"0\"\n  ask: [\"How?\"]\n  answer: \"Use <del> so.\"\n  states: [anywhere]\n");

        assertThat(reading.isValid()).isTrue();
        assertThat(reading.facts())
                .containsExactly(new Fact(
                        "0", Fact.Kind.QUESTION, List.of("How?"), "Use <del> so.", List.of(), List.of("anywhere")));
        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .containsExactly("facts.yaml:3: warning: a text has HTML in it. Write plain words: they are shown and"
                        + " spoken as they stand");
    }

    @Test
    void givenABadFactAmongGoodOnesWithoutAFlow_whenRead_thenTheGoodOnesRemain() {
        FactReading reading = alone("- id: a\n  ask: x\n  answer: y\n- id: b\n  ask: z\n");

        assertThat(reading.facts()).extracting(Fact::id).containsExactly("a");
        assertThat(reading.problems())
                .extracting(CampaignProblem::toString)
                .containsExactly("facts.yaml:4: a fact has no 'answer'. Add it");
    }

    private static FactReading alone(String text) {
        return FactReader.read(FACTS, text.getBytes(StandardCharsets.UTF_8));
    }

    private Reading withSecond(String fact) {
        CampaignFolder folder = CampaignFolder.in(temporary);
        return folder.with(FACTS, folder.text(FACTS) + fact).read();
    }
}
