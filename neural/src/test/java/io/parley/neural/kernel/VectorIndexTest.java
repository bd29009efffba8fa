package io.parley.neural.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorIndexTest {

    private static final int DIMENSIONS = 5;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 200})
    void givenVectors_whenComparedWithOne_thenEachHasItsOwnProductWhateverStandsBesideIt(int size) {
        SplittableRandom random = new SplittableRandom(size);
        float[][] vectors = new float[size][];
        for (int i = 0; i < size; i++) {
            vectors[i] = numbers(random);
        }
        float[] x = numbers(random);

        VectorIndex index = new VectorIndex(vectors, DIMENSIONS);

        float[] products = index.products(x);
        assertThat(products).hasSize(size);
        for (int i = 0; i < size; i++) {
            float product = 0;
            for (int d = 0; d < DIMENSIONS; d++) {
                product = Math.fma(x[d], vectors[i][d], product);
            }
            assertThat(products[i]).isEqualTo(product);
            assertThat(index.vector(i)).isEqualTo(vectors[i]);
        }
    }

    private static float[] numbers(SplittableRandom random) {
        float[] numbers = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            numbers[d] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }
}
