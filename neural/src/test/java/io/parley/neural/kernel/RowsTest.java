package io.parley.neural.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    private static final int COUNT = 7;
    private static final int STRIDE = 3;
    private static final int FROM = 5;
    private static final int TO = 2;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 15, 16, 17, 33, 45, 48, 60, 64, 65, 127, 131})
    void givenRowsOfAnyLength_whenMultiplied_thenEachSumIsMadeInOrderAndNothingElseIsTouched(int n) {
        SplittableRandom random = new SplittableRandom(n);
        float[] x = numbers(random, 1 + COUNT * STRIDE);
        float[] matrix = numbers(random, FROM + COUNT * n);
        float[] target = numbers(random, TO + n + 1);
        float[] expected = target.clone();
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < COUNT; row++) {
                expected[TO + column] =
                        Math.fma(matrix[FROM + row * n + column], x[1 + row * STRIDE], expected[TO + column]);
            }
        }

        Rows.addProductInPlace(target, TO, x, 1, STRIDE, COUNT, matrix, FROM, n);

        assertThat(target).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 31, 45})
    void givenARowOfAnyLength_whenAddedScaled_thenNothingElseIsTouched(int n) {
        SplittableRandom random = new SplittableRandom(n);
        float[] source = numbers(random, FROM + n);
        float[] target = numbers(random, TO + n + 1);
        float[] expected = target.clone();
        for (int k = 0; k < n; k++) {
            expected[TO + k] = Math.fma(0.3f, source[FROM + k], expected[TO + k]);
        }

        Rows.addScaledInPlace(target, TO, 0.3f, source, FROM, n);

        assertThat(target).isEqualTo(expected);
    }

    private static float[] numbers(SplittableRandom random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }
}
