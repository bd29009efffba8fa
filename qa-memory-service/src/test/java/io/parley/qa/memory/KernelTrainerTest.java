package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parley.neural.nd4j.Nd4jSetUp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On clouds of random directions around a centre for each fact, and one cloud for what no fact fits. */
class KernelTrainerTest {

    private static final int FACTS = 4;
    private static final int ENCODING = 7;
    private static final int TEXTS = 60;
    private static final int PARTS = 3;

    private final SplittableRandom random = new SplittableRandom(5);
    private final float[][] centres = IntStream.range(0, FACTS + 1)
            .mapToObj(i -> direction(new float[ENCODING], 1))
            .toArray(float[][]::new);
    private final int[] labels =
            IntStream.range(0, TEXTS).map(KernelTrainerTest::label).toArray();
    private final int[] parts =
            IntStream.range(0, TEXTS).map(i -> i / 5 % PARTS).toArray();
    private final float[][] places =
            IntStream.range(0, TEXTS).mapToObj(i -> near(i % (FACTS + 1))).toArray(float[][]::new);
    private final KernelTrainer.Learned learned = new KernelTrainer(FACTS).train(places, labels, parts);

    @BeforeAll
    static void prepare() {
        Nd4jSetUp.prepare();
    }

    @Test
    void givenTextsOfFacts_whenRead_thenTheRightFactReadsHighestAndAboveNothing() {
        for (int fact = 0; fact < FACTS; fact++) {
            double[] readings = learned.imprints().read(cosines(near(fact), places));
            for (int other = 0; other < FACTS; other++) {
                assertThat(readings[fact]).isPositive().isGreaterThanOrEqualTo(readings[other]);
            }
        }
    }

    @Test
    void givenWhatNoFactFits_whenRead_thenEveryFactReadsBelowNothing() {
        double[] readings = learned.imprints().read(cosines(near(FACTS), places));

        assertThat(DoubleStream.of(readings).max().orElseThrow()).isNegative();
    }

    @Test
    void givenAPart_whenItsTextsAreReadUnseen_thenAsByWhatLearnedFromTheOthersAlone() {
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            int[] others =
                    IntStream.range(0, TEXTS).filter(j -> parts[j] != left).toArray();
            float[][] theirPlaces =
                    IntStream.of(others).mapToObj(j -> places[j]).toArray(float[][]::new);
            KernelImprints without = new KernelTrainer(FACTS)
                    .train(theirPlaces, IntStream.of(others).map(j -> labels[j]).toArray(), new int[others.length])
                    .imprints();
            for (int j = 0; j < TEXTS; j++) {
                if (parts[j] == part) {
                    assertThat(learned.unseen()[j])
                            .containsExactly(without.read(cosines(places[j], theirPlaces)), within(1e-3));
                }
            }
        }
    }

    @Test
    void givenTheSameTexts_whenTrainedTwiceAndReadBack_thenEveryNumberIsTheSame() throws IOException {
        byte[] once = bytes(learned.imprints());
        byte[] again =
                bytes(new KernelTrainer(FACTS).train(places, labels, parts).imprints());

        assertThat(again).isEqualTo(once);
        assertThat(bytes(KernelImprints.readFrom(new ByteArrayInputStream(once), TEXTS, FACTS)))
                .isEqualTo(once);
    }

    @Test
    void givenImprintsOfFewerFacts_whenReadBack_thenTheyAreRefusedWithTheSize() throws IOException {
        byte[] bytes = bytes(learned.imprints());

        assertThatThrownBy(() -> KernelImprints.readFrom(new ByteArrayInputStream(bytes), TEXTS, FACTS + 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(bytes.length));
    }

    private static int label(int text) {
        int cloud = text % (FACTS + 1);
        return cloud == FACTS ? TrainingQuestion.NO_FACT : cloud;
    }

    private float[] near(int cloud) {
        return direction(centres[cloud], 0.1);
    }

    private float[] direction(float[] around, double spread) {
        float[] vector = new float[ENCODING];
        double squares = 0;
        for (int k = 0; k < ENCODING; k++) {
            vector[k] = (float) (around[k] + spread * random.nextGaussian());
            squares += vector[k] * vector[k];
        }
        for (int k = 0; k < ENCODING; k++) {
            vector[k] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static float[] cosines(float[] place, float[][] others) {
        float[] cosines = new float[others.length];
        for (int j = 0; j < others.length; j++) {
            for (int k = 0; k < place.length; k++) {
                cosines[j] += place[k] * others[j][k];
            }
        }
        return cosines;
    }

    private static byte[] bytes(KernelImprints imprints) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imprints.writeTo(out);
        return out.toByteArray();
    }
}
