package io.parley.speech.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.GaussianWeights;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.util.LogMath;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodebooksTest {
    private static final int STREAMS = 2;
    private static final int GAUSSIANS = 16;
    private static final int WIDTH = 3;
    private static final int[] CODEBOOK_OF = {1, 0, 1};

    private final Random random = new Random(7);
    private final Pool<float[]> means = new Pool<>("means");
    private final Pool<float[]> variances = new Pool<>("variances");
    private final GaussianWeights weights = new GaussianWeights("weights", CODEBOOK_OF.length, GAUSSIANS, STREAMS);

    @BeforeEach
    void aModel() {
        for (int gaussian = 0; gaussian < 2 * STREAMS * GAUSSIANS; gaussian++) {
            means.put(gaussian, numbers(WIDTH, -1, 1));
            variances.put(gaussian, numbers(WIDTH, 0.01, 2));
        }
        for (int senone = 0; senone < CODEBOOK_OF.length; senone++) {
            for (int stream = 0; stream < STREAMS; stream++) {
                weights.put(senone, stream, numbers(GAUSSIANS, -40_000, -1_000));
            }
        }
    }

    @Test
    void givenSound_whenAStateIsScored_thenItIsTheSumOverStreamsOfTheMixtureOfTheNearestGaussians() {
        Codebooks codebooks = codebooks();
        for (int frame = 0; frame < 50; frame++) {
            float[] features = numbers(STREAMS * WIDTH, -2, 2);
            for (int senone = 0; senone < CODEBOOK_OF.length; senone++) {
                Found found = found(codebooks, senone, features, 0);

                assertThat(found.score()).isCloseTo((float) expected(senone, features), within(0.01f));
            }
        }
    }

    @Test
    void givenAnotherGuess_whenTheNearestAreSought_thenTheyAreTheSame() {
        Codebooks codebooks = codebooks();
        float[] features = numbers(STREAMS * WIDTH, -2, 2);

        List<Found> all = IntStream.range(0, GAUSSIANS)
                .mapToObj(guess -> found(codebooks, 0, features, guess))
                .distinct()
                .toList();

        assertThat(all).hasSize(1);
    }

    /** @param score in natural logarithms */
    private record Found(List<Integer> ids, float score) {}

    private static Found found(Codebooks codebooks, int senone, float[] features, int guess) {
        int[] ids = new int[codebooks.size() * codebooks.bestSize()];
        float[] densities = new float[ids.length];
        Arrays.setAll(ids, at -> (guess + at % Codebooks.TOP) % GAUSSIANS);
        codebooks.best(CODEBOOK_OF[senone], features, ids, densities);
        int from = CODEBOOK_OF[senone] * codebooks.bestSize();
        return new Found(
                IntStream.range(from, from + codebooks.bestSize())
                        .mapToObj(at -> ids[at])
                        .toList(),
                (float) natural(codebooks.score(senone, ids, densities)));
    }

    private double expected(int senone, float[] features) {
        double score = 0;
        for (int stream = 0; stream < STREAMS; stream++) {
            int of = stream;
            score += Math.log(IntStream.range(0, GAUSSIANS)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer id) -> -density(senone, of, id, features)))
                    .limit(Codebooks.TOP)
                    .mapToDouble(
                            id -> Math.exp(density(senone, of, id, features) + natural(weights.get(senone, of, id))))
                    .sum());
        }
        return score;
    }

    /** In natural logarithms. */
    private double density(int senone, int stream, int id, float[] features) {
        int gaussian = (CODEBOOK_OF[senone] * STREAMS + stream) * GAUSSIANS + id;
        double density = 0;
        for (int feature = 0; feature < WIDTH; feature++) {
            double variance = variances.get(gaussian)[feature];
            double away = features[stream * WIDTH + feature] - means.get(gaussian)[feature];
            density -= 0.5 * (Math.log(2 * Math.PI * variance) + away * away / variance);
        }
        return density;
    }

    private static double natural(float logarithm) {
        return logarithm * Math.log(LogMath.getLogMath().logToLinear(1f));
    }

    private Codebooks codebooks() {
        return new Codebooks(means, variances, weights, CODEBOOK_OF);
    }

    private float[] numbers(int count, double from, double to) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(from, to);
        }
        return numbers;
    }
}
