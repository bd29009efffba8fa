package io.parley.qa.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final double[] LOGITS = {4, 1, -2};

    @Test
    void givenAHigherTemperature_whenChoosing_thenTheFirstIsLessSure() {
        double cold = new Calibration(1, 1, 0, 0.5).choice(LOGITS)[0];
        double hot = new Calibration(3, 1, 0, 0.5).choice(LOGITS)[0];

        assertThat(hot).isLessThan(cold).isGreaterThan(1.0 / 3);
    }

    @Test
    void givenAShift_whenDoubting_thenNoFactIsMoreProbable() {
        assertThat(new Calibration(1, 1, 2, 0.5).noFact(0)).isGreaterThan(Calibration.NONE.noFact(0));
    }

    @Test
    void givenNoTemperature_whenMade_thenItIsRefusedWithTheValue() {
        assertThatThrownBy(() -> new Calibration(0, 1, 0, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0");
    }
}
