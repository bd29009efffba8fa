package io.parley.orderflow.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaDrawTest {

    private static final int DRAWS = 100_000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 20", "3, 7", "400, 600"})
    void givenManyDraws_whenAveraged_thenMeanAndVarianceAreThoseOfTheDistribution(double a, double b) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double draw = BetaDraw.next(a, b, random);
            assertThat(draw).isStrictlyBetween(0.0, 1.0);
            sum += draw;
            squares += draw * draw;
        }
        double mean = sum / DRAWS;
        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        assertThat(mean).isCloseTo(a / (a + b), within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS - mean * mean).isCloseTo(variance, within(0.03 * variance));
    }

    @Test
    void givenAShapeBelowOne_whenDrawn_thenItIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BetaDraw.next(0.5, 1, random));
        assertThatIllegalArgumentException().isThrownBy(() -> BetaDraw.next(1, Double.NaN, random));
    }
}
