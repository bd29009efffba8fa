package io.parley.intent.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.intent.evaluation.Figures.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void givenFolds_whenSummedUp_thenMeanAndDeviationAreThoseOfASample() {
        Spread spread = Spread.of(List.of(2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0), value -> value);

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.deviation()).isEqualTo(Math.sqrt(32 / 7.0), within(1e-12));
    }

    @Test
    void givenOutcomes_whenLaidOut_thenRowsAreLabelsAndColumnsWhatTheyWereTakenFor() {
        ConfusionMatrix matrix = ConfusionMatrix.of(List.of(
                new Outcome("s", "b", "a"),
                new Outcome("s", "b", "a"),
                new Outcome("s", "a", "a"),
                new Outcome("s", "b", "c")));

        assertThat(matrix.labels()).containsExactly("a", "b", "c");
        assertThat(matrix.counts()).containsExactly(List.of(1, 0, 0), List.of(2, 0, 1), List.of(0, 0, 0));
    }
}
