package io.parley.neural.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquashTest {

    private static final float STEP = 0.0137f;
    private static final int COUNT = 14_601;

    @Test
    void givenNumbersFromFarBelowZeroToFarAbove_whenSquashed_thenTheyAreAsTheLibraryHasThem() {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = (i - COUNT / 2) * STEP;
        }
        float[] tanh = x.clone();
        float[] sigmoid = x.clone();

        Squash.tanhInPlace(tanh, 0, COUNT);
        Squash.sigmoidInPlace(sigmoid, 0, COUNT);

        for (int i = 0; i < COUNT; i++) {
            assertThat((double) tanh[i]).isCloseTo(Math.tanh(x[i]), within(3e-7));
            assertThat((double) sigmoid[i]).isCloseTo(1 / (1 + Math.exp(-x[i])), within(3e-7));
        }
    }

    @Test
    void givenNumbersOf64Bits_whenSquashed_thenTheyAreAsTheLibraryHasThem() {
        double[] x = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = (i - COUNT / 2) * 0.137;
        }
        double[] tanh = x.clone();
        double[] sigmoid = x.clone();

        Squash.tanhInPlace(tanh, 0, COUNT);
        Squash.sigmoidInPlace(sigmoid, 0, COUNT);

        for (int i = 0; i < COUNT; i++) {
            assertThat(tanh[i]).isCloseTo(Math.tanh(x[i]), within(0x1p-48));
            assertThat(sigmoid[i]).isCloseTo(1 / (1 + Math.exp(-x[i])), within(0x1p-48));
        }
    }

    @Test
    void givenAPartOfAnArray_whenSquashed_thenTheRestStays() {
        float[] x = {9, 1, 1, 1, 9};

        Squash.tanhInPlace(x, 1, 3);

        assertThat(x[0]).isEqualTo(9);
        assertThat(x[4]).isEqualTo(9);
        assertThat(x[1]).isEqualTo(x[3]).isCloseTo((float) Math.tanh(1), within(3e-7f));
    }

    @Test
    void givenNoNumber_whenSquashed_thenItStaysNone() {
        float[] x = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};

        Squash.sigmoidInPlace(x, 0, 3);

        assertThat(x[0]).isNaN();
        assertThat(x[1]).isEqualTo(1);
        assertThat(x[2]).isCloseTo(0, within(1e-30f));
    }
}
