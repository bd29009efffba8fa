package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On clouds of random vectors around a centre for each fact, and one cloud for what no fact fits. */
class ImprintTrainerTest {

    private static final int FACTS = 4;
    private static final int ENCODING = 7;
    private static final int QUESTIONS = 60;
    private static final double STEP = 1e-5;

    private final SplittableRandom random = new SplittableRandom(5);
    private final double[][] centres = vectors(FACTS + 1, 1);
    private final int[] labels =
            IntStream.range(0, QUESTIONS).map(ImprintTrainerTest::label).toArray();
    private final double[][] questions =
            IntStream.range(0, QUESTIONS).mapToObj(i -> near(i % (FACTS + 1))).toArray(double[][]::new);
    private final ImprintTrainer trainer = new ImprintTrainer(FACTS, 3);

    @Test
    void givenAnyVectors_whenDifferentiated_thenTheGradientIsThatOfTheLoss() {
        double[] parameters = vectors(1, 1, (FACTS + 1) * ENCODING)[0];
        int[] batch = {0, 4, 7, 13};
        double[] gradient = new double[parameters.length];

        trainer.addGradient(gradient, parameters, questions, labels, batch);

        for (int k = 0; k < parameters.length; k++) {
            double before = parameters[k];
            parameters[k] = before + STEP;
            double above = loss(parameters, batch);
            parameters[k] = before - STEP;
            double below = loss(parameters, batch);
            parameters[k] = before;
            assertThat(gradient[k]).isCloseTo((above - below) / (2 * STEP), within(1e-7));
        }
    }

    @Test
    void givenQuestionsOfFacts_whenRead_thenTheRightFactReadsHighestAndAboveNothing() {
        Imprints imprints = trainer.train(questions, labels);

        for (int fact = 0; fact < FACTS; fact++) {
            double[] readings = imprints.read(near(fact));
            for (int other = 0; other < FACTS; other++) {
                assertThat(readings[fact]).isPositive().isGreaterThanOrEqualTo(readings[other]);
            }
        }
    }

    @Test
    void givenWhatNoFactFits_whenRead_thenEveryFactReadsBelowNothing() {
        double[] readings = trainer.train(questions, labels).read(near(FACTS));

        assertThat(DoubleStream.of(readings).max().orElseThrow()).isNegative();
    }

    @Test
    void givenTheSameSeed_whenTrainedTwiceAndReadBack_thenEveryNumberIsTheSame() throws IOException {
        byte[] once = bytes(trainer.train(questions, labels));
        byte[] again = bytes(new ImprintTrainer(FACTS, 3).train(questions, labels));

        assertThat(again).isEqualTo(once);
        assertThat(bytes(Imprints.readFrom(new ByteArrayInputStream(once), FACTS, ENCODING)))
                .isEqualTo(once);
    }

    @Test
    void givenImprintsOfFewerFacts_whenReadBack_thenTheyAreRefusedWithTheSize() throws IOException {
        byte[] bytes = bytes(trainer.train(questions, labels));

        assertThatThrownBy(() -> Imprints.readFrom(new ByteArrayInputStream(bytes), FACTS + 1, ENCODING))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(bytes.length));
    }

    private double loss(double[] parameters, int[] batch) {
        return trainer.addGradient(new double[parameters.length], parameters, questions, labels, batch);
    }

    private static int label(int question) {
        int cloud = question % (FACTS + 1);
        return cloud == FACTS ? TrainingQuestion.NO_FACT : cloud;
    }

    private double[] near(int cloud) {
        double[] vector = centres[cloud].clone();
        for (int k = 0; k < ENCODING; k++) {
            vector[k] += 0.1 * random.nextGaussian();
        }
        return vector;
    }

    private double[][] vectors(int count, double spread) {
        return vectors(count, spread, ENCODING);
    }

    private double[][] vectors(int count, double spread, int length) {
        double[][] vectors = new double[count][length];
        for (double[] vector : vectors) {
            for (int k = 0; k < length; k++) {
                vector[k] = spread * random.nextGaussian();
            }
        }
        return vectors;
    }

    private static byte[] bytes(Imprints imprints) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        imprints.writeTo(out);
        return out.toByteArray();
    }
}
