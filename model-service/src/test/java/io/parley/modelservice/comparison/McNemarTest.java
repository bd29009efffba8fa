package io.parley.modelservice.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.modelservice.comparison.McNemar.Method;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

    /** Sums of binomial coefficients over powers of two: 2 · (1 + 8 + 28) / 2^8 is the third. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 0, 1", "2, 6, 0.2890625", "6, 2, 0.2890625", "5, 5, 1", "0, 10, 0.001953125"})
    void givenFewRowsThatCount_whenTested_thenTheFigureIsExact(int onlyFirst, int onlySecond, double p) {
        McNemar test = McNemar.of(onlyFirst, onlySecond);

        assertThat(test.method()).isEqualTo(Method.EXACT);
        assertThat(test.p()).isEqualTo(p, within(1e-12));
    }

    @Test
    void givenManyRowsThatCount_whenTested_thenTheStatisticIsCorrectedForContinuity() {
        McNemar test = McNemar.of(59, 121);

        assertThat(test.method()).isEqualTo(Method.CHI_SQUARE);
        assertThat(test.p()).isEqualTo(McNemar.upperTail(61.0 * 61 / 180), within(1e-15));
        assertThat(McNemar.of(20, 20).p()).isEqualTo(1, within(1e-15));
        assertThat(McNemar.of(121, 59)).isEqualTo(test);
    }

    /** Quantiles as tables of the chi-square distribution give them; the last is one minus the normal rule of six sigma. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "0.454936423119572, 0.5",
        "3.841458820694124, 0.05",
        "6.634896601021213, 0.01",
        "10.827566170662733, 0.001",
        "36, 1.973175290075396e-9"
    })
    void givenAQuantileOfTheDistribution_whenItsTailIsAsked_thenItIsWhatTheTablesSay(double x, double p) {
        assertThat(McNemar.upperTail(x)).isCloseTo(p, Percentage.withPercentage(1e-6));
    }

    @Test
    void givenBothWaysToComputeTheTail_whenTheyMeet_thenTheyAgree() {
        double here = McNemar.upperTail(18);
        double beyond = McNemar.upperTail(Math.nextUp(18.0) + 1e-12);

        assertThat(beyond).isCloseTo(here, Percentage.withPercentage(1e-6));
    }
}
