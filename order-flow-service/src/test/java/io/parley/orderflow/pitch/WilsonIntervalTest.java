package io.parley.orderflow.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {

    /** Newcombe (1998), table I, method 3; https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void givenPublishedExamples_whenComputed_thenTheBoundsAreTheSame(
            int successes, int trials, double lower, double upper) {
        WilsonInterval interval = WilsonInterval.of(successes, trials);

        assertThat(interval.lower()).isCloseTo(lower, within(0.00005));
        assertThat(interval.upper()).isCloseTo(upper, within(0.00005));
    }

    @Test
    void givenAllOrNone_whenComputed_thenTheBoundsMirrorEachOtherWithinZeroAndOne() {
        WilsonInterval none = WilsonInterval.of(0, 7);
        WilsonInterval all = WilsonInterval.of(7, 7);

        assertThat(none.lower()).isBetween(0.0, 1e-12);
        assertThat(all.upper()).isBetween(1 - 1e-12, 1.0);
        assertThat(all.lower()).isCloseTo(1 - none.upper(), within(1e-12));
    }

    @Test
    void givenNoTrial_whenComputed_thenItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WilsonInterval.of(0, 0))
                .withMessage("0 successes of 0 trials");
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(3, 2));
    }
}
