package io.parley.intent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.intent.evaluation.Figures.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void givenOutcomes_whenCounted_thenEveryFigureIsWhatItsDefinitionSays() {
        Figures figures = Figures.of(List.of(
                new Outcome("greeting", "yes", "yes"),
                new Outcome("greeting", "yes", "yes"),
                new Outcome("greeting", "yes", "no"),
                new Outcome("ask", "no", "no"),
                new Outcome("ask", "no", "maybe")));

        assertThat(figures.accuracy()).isEqualTo(0.6);
        assertThat(f1(figures, "yes")).isEqualTo(0.8, within(1e-12));
        assertThat(f1(figures, "no")).isEqualTo(0.5, within(1e-12));
        assertThat(figures.macroF1()).isEqualTo(0.65, within(1e-12));
        assertThat(figures.weightedF1()).isEqualTo((3 * 0.8 + 2 * 0.5) / 5, within(1e-12));
        assertThat(figures.states()).containsEntry("ask", new Figures.OfState(2, 0.5));
        assertThat(figures.confusions())
                .containsExactly(new Figures.Confusion("no", "maybe", 1), new Figures.Confusion("yes", "no", 1));
    }

    @Test
    void givenNoOutcomes_whenCounted_thenEveryFigureIsZero() {
        assertThat(Figures.of(List.of())).isEqualTo(new Figures(0, 0, 0, 0, Map.of(), Map.of(), List.of()));
    }

    private static double f1(Figures figures, String label) {
        return Objects.requireNonNull(figures.labels().get(label)).f1();
    }
}
