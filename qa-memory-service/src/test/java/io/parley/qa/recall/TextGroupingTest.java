package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contracts.question.SimilarFact;
import io.parley.contracts.question.TextGroup;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** With a memory that learnt a small offer. */
class TextGroupingTest {

    private static final AnswerModel MODEL = SmallOffer.trained(7);
    private static final List<String> TEXTS = List.of(
            "do you take bitcoin",
            "is there a shop in Berlin",
            "can I pay with bitcoin",
            "do you accept bitcoin payments",
            "do you have a shop in Berlin",
            "do you take bitcoin");

    @Test
    void givenQuestionsOnTwoThings_whenGrouped_thenEachThingIsAGroup() {
        assertThat(TextGrouping.of(MODEL, TEXTS))
                .extracting(group -> group.members().stream().sorted().toList())
                .containsExactly(List.of(0, 2, 3, 5), List.of(1, 4));
    }

    @Test
    void givenTheSameQuestions_whenGroupedAgain_thenTheGroupsAreTheSame() {
        assertThat(TextGrouping.of(MODEL, TEXTS)).isEqualTo(TextGrouping.of(MODEL, TEXTS));
    }

    @Test
    void givenAQuestionCloseToAFact_whenGrouped_thenThatFactIsNamedAsAHint() {
        List<TextGroup> groups = TextGrouping.of(MODEL, List.of("how many days does the delivery take"));

        assertThat(groups).singleElement().satisfies(group -> {
            SimilarFact fact = Objects.requireNonNull(group.similarFact());
            assertThat(fact.fact()).isEqualTo("delivery-time");
            assertThat(fact.closest()).isEqualTo("How long does delivery take?");
            assertThat(fact.similarity()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void givenACampaignWithoutFacts_whenGrouped_thenThereIsNoHint() {
        assertThat(TextGrouping.of(MODEL.withFacts(List.of()), TEXTS))
                .hasSize(2)
                .allSatisfy(group -> assertThat(group.similarFact()).isNull());
    }
}
