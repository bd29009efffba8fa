package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {

    private static final double TOLERANCE = 1e-12;

    private final SplittableRandom random = new SplittableRandom(5);

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,3,5", "4,4,4", "7,9,6", "5,8,3"})
    void givenMatricesOfAnySize_whenMultiplied_thenEachEntryIsItsSum(int n, int k, int m) {
        double[] a = values(n * k);
        double[] b = values(k * m);
        double[] expected = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                for (int l = 0; l < k; l++) {
                    expected[i * m + j] += a[i * k + l] * b[l * m + j];
                }
            }
        }
        double[] product = new double[n * m];
        double[] ofTransposedLeft = new double[n * m];
        double[] ofTransposedRight = new double[n * m];

        Kernels.addProductInPlace(product, a, b, 0, n, k, m);
        Kernels.addTransposedProductInPlace(ofTransposedLeft, 0, transposed(a, n, k), b, k, n, m);
        Kernels.addProductTransposedInPlace(ofTransposedRight, a, transposed(b, k, m), 0, n, m, k);

        assertThat(product).containsExactly(expected, within(TOLERANCE));
        assertThat(ofTransposedLeft).containsExactly(expected, within(TOLERANCE));
        assertThat(ofTransposedRight).containsExactly(expected, within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "1,-2,3", "800,-800,0"})
    void givenAnyLogits_whenSoftened_thenTheySumToOneAndKeepTheirOrder(double a, double b, double c) {
        double[] probabilities = Kernels.softmax(new double[] {a, b, c});

        assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(TOLERANCE));
        assertThat(Math.signum(probabilities[0] - probabilities[1])).isEqualTo(Math.signum(a - b));
    }

    private double[] values(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    private static double[] transposed(double[] a, int rows, int cols) {
        double[] result = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                result[j * rows + i] = a[i * cols + j];
            }
        }
        return result;
    }
}
