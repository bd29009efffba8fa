package io.parley.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that come without a folder, for a campaign that has one fact: {@code delivery-time}. */
class FactReaderTest {

    private static final Campaign GIFT_CARD = CampaignReader.read(Path.of("src/test/resources/gift-card"))
            .campaign()
            .orElseThrow();
    private static final String LONG = "so ".repeat(700);

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        fact("\"states\":[\"ask-delivry\"]"),
                        "the fact names a state 'ask-delivry' that does not exist. Did you mean 'ask-delivery'?"),
                Arguments.of(
                        fact("\"pitches\":[{\"say\":\"Now.\",\"slots\":[\"desing\"]}]"),
                        "a pitch names a slot 'desing' that does not exist. Did you mean 'design'?"),
                Arguments.of(fact("\"picth\":\"Now.\""), "'picth' is no key of a fact. Did you mean 'pitch'?"),
                Arguments.of(
                        fact("\"pitch\":\"<b>Now</b>\""),
                        "a text has HTML in it. Write plain words: they are shown and spoken as they stand"),
                Arguments.of(
                        fact("\"pitch\":\"Now, {{buyer_nam}}.\""),
                        "{{buyer_nam}} stands for nothing. Did you mean 'buyer_name'?"),
                Arguments.of(
                        fact("\"pitch\":\"{{card_number}}\""),
                        "{{card_number}} is never kept and cannot be told. Take it out"),
                Arguments.of(
                        fact("\"pitch\":\"" + LONG + "\""),
                        "'so so so so so so so…' has 2099 characters. Say it in 2000 at most"),
                Arguments.of(
                        "{\"id\":\"pets\",\"kind\":\"question\",\"ask\":[\"{{design}}?\"],\"answer\":\"No.\"}",
                        "the question '{{design}}?' has a brace in it. Write it as customers say it; variables are for"
                                + " answers and pitches"),
                Arguments.of(
                        "{\"id\":\"pets\",\"kind\":\"question\",\"ask\":[],\"answer\":\"No.\"}",
                        "the fact asks nothing. Write at least one question it answers"),
                Arguments.of(
                        "{\"id\":\"pets\",\"kind\":\"question\",\"ask\":[\"pets?\"],\"answer\":\" \"}",
                        "'answer' of a fact has an empty text. Write something or take it out"),
                Arguments.of(
                        "{\"id\":\"pets\",\"kind\":\"question\",\"ask\":[\"when will it get HERE?\"],\"answer\":\"No.\"}",
                        "'when will it get HERE?' is asked by two facts, 'delivery-time' and 'pets'. Keep it with the one"
                                + " that answers it"),
                Arguments.of(
                        "{\"id\":\"" + "a".repeat(65)
                                + "\",\"kind\":\"question\",\"ask\":[\"pets?\"],\"answer\":\"No.\"}",
                        "'aaaaaaaaaaaaaaaaaaaa…' has 65 characters. Say it in 64 at most"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void givenAMistake_whenRead_thenItIsToldAsOfTheFolder(String json, String problem) {
        FactReading reading = FactReader.read(GIFT_CARD, "pets", json);

        assertThat(reading.isValid()).isFalse();
        assertThat(reading.problems())
                .extracting(CampaignProblem::message)
                .contains(problem)
                .doesNotHaveDuplicates();
    }

    @Test
    void givenAFactAsJson_whenRead_thenItIsThatOfTheYaml() {
        FactReading json = FactReader.read(
                GIFT_CARD,
                "pets",
                "{\"id\":\"pets\",\"kind\":\"question\",\"ask\":[\"Is it \\\"safe\\\" for my cat?\",\"caf\\u00e9 😀?\"],"
                        + "\"answer\":\"Yes: it is.\",\"pitches\":[\"Now.\"]}");

        assertThat(json.problems()).isEmpty();
        assertThat(json.facts())
                .isEqualTo(FactReader.read(GIFT_CARD, "pets.yaml", """
                                - id: pets
                                  kind: question
                                  ask: ['Is it "safe" for my cat?', "café 😀?"]
                                  answer: "Yes: it is."
                                  pitch: "Now."
                                """).facts());
    }

    @Test
    void givenAFactThatIsThere_whenReadAnew_thenItTakesThePlaceOfTheOldOne() {
        Fact delivery = GIFT_CARD.fact("delivery-time").orElseThrow();

        FactReading reading = FactReader.read(
                GIFT_CARD,
                "delivery-time",
                "{\"id\":\"delivery-time\",\"kind\":\"question\",\"ask\":[\""
                        + delivery.ask().getFirst() + "\"],\"answer\":\"A week.\"}");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.facts()).extracting(Fact::answer).containsExactly("A week.");
    }

    @Test
    void givenMoreQuestionsThanAnyFactNeeds_whenRead_thenItIsRefused() {
        String ask = IntStream.range(0, 501).mapToObj(i -> "\"pets " + i + "\"").collect(Collectors.joining(","));

        assertThat(FactReader.read(
                                GIFT_CARD,
                                "pets",
                                "{\"id\":\"pets\",\"kind\":\"question\",\"ask\":[" + ask + "],\"answer\":\"No.\"}")
                        .problems())
                .extracting(CampaignProblem::message)
                .containsExactly("the fact has 501 questions. Keep the 500 that differ most");
    }

    @Test
    void givenAFact_whenItCrossesAProcess_thenNothingIsLost() {
        Fact fact = new Fact(
                "pets",
                Fact.Kind.HESITATION,
                List.of("but my cat"),
                "It is safe.",
                List.of(new Pitch("Now.", List.of("ask-design"), List.of("design"))),
                List.of("greeting"));

        assertThat(Fact.of(fact.content())).isEqualTo(fact);
    }

    private static String fact(String more) {
        return "{\"id\":\"pets\",\"kind\":\"question\",\"ask\":[\"Is it safe for pets?\"],\"answer\":\"Yes.\"," + more
                + "}";
    }
}
