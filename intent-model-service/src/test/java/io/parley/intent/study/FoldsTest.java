package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parley.contracts.Fault;
import io.parley.contracts.FaultException;
import io.parley.intent.training.GiftCards;
import io.parley.intent.training.LabelledSituation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final int FOLDS = 4;

    /** 80 rows of two labels, every second one of the rarer; twenty groups. */
    private final List<LabelledSituation> rows = IntStream.range(0, 80)
            .mapToObj(i -> new LabelledSituation(
                    "s", GiftCards.saying("greeting", "text " + i), i % 4 == 0 ? "cancelled" : "ask-design"))
            .toList();

    private final int[] groups =
            IntStream.range(0, 80).map(i -> i % 4 == 0 ? i : i / 4 % 10).toArray();

    @Test
    void givenGroups_whenCut_thenNoneIsTornApartAndEveryFoldHasItsShareOfBothLabels() {
        Folds folds = Folds.of(rows, groups, rows.size(), FOLDS, 7);

        for (int f = 0; f < FOLDS; f++) {
            int fold = f;
            List<Integer> asked = IntStream.range(0, rows.size())
                    .filter(row -> !folds.isLearnt(row, fold))
                    .boxed()
                    .toList();
            assertThat(asked).hasSizeBetween(15, 25);
            assertThat(asked.stream().filter(row -> rows.get(row).label().equals("cancelled")))
                    .hasSize(5);
            assertThat(IntStream.range(0, rows.size()).filter(row -> folds.isLearnt(row, fold)))
                    .noneMatch(row -> asked.stream().anyMatch(other -> groups[other] == groups[row]));
        }
    }

    @Test
    void givenRowsThatAreOnlyLearntFrom_whenTheirWordingIsAsked_thenTheyAreNotLearntEither() {
        int[] withFacts = groups.clone();
        withFacts[78] = withFacts[0];
        withFacts[79] = 1_000;

        Folds folds = Folds.of(rows, withFacts, 78, FOLDS, 7);

        for (int fold = 0; fold < FOLDS; fold++) {
            assertThat(folds.isLearnt(78, fold)).isEqualTo(folds.isLearnt(0, fold));
            assertThat(folds.isLearnt(79, fold)).isTrue();
        }
    }

    @Test
    void givenALabelThatLiesInOneFoldOnly_whenItsRowsAreAsked_thenItWasNotLearnt() {
        int[] together = IntStream.range(0, 80).map(i -> i % 4 == 0 ? 500 : i).toArray();

        Folds folds = Folds.of(rows, together, rows.size(), FOLDS, 7);

        assertThat(folds.isLabelLearnt(rows, 4)).isFalse();
        assertThat(folds.isLabelLearnt(rows, 5)).isTrue();
    }

    @Test
    void givenFewerWordingsThanFolds_whenCut_thenTheProblemSaysHowManyThereAre() {
        assertThatExceptionOfType(FaultException.class)
                .isThrownBy(() -> Folds.of(rows, new int[80], 80, 2, 7))
                .withMessageContaining("only 1 different wordings, too few for 2 folds")
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.TRAINING_DATA_INVALID));
    }
}
