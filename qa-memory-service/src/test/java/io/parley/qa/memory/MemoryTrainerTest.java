package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On facts that are clouds of random vectors, where the similarities given say nothing. */
class MemoryTrainerTest {

    private static final int FACTS = 6;
    private static final int ENCODING = 12;
    private static final double[] PRIOR = {1.0};
    private static final TrainingSettings SETTINGS = new TrainingSettings(12, 8, 2, 30, 8, 0.01, 0, 1, 6);

    private final double[][] centres = centres();

    @Test
    void givenSimilaritiesThatSayNothing_whenTrained_thenTheNetworkFindsTheFactByItself() {
        MemoryModel trained = train(1, new ArrayList<>());

        assertThat(accuracy(trained)).isGreaterThan(0.95);
        assertThat(accuracy(new MemoryTrainer(SETTINGS, PRIOR, 1).untrained(SETTINGS.shape(ENCODING, 1))))
                .isLessThan(0.8);
    }

    @Test
    void givenTraining_whenItGoesOn_thenTheLossFalls() {
        List<Double> losses = new ArrayList<>();

        train(1, losses);

        assertThat(losses).hasSize(SETTINGS.epochs());
        assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
    }

    @Test
    void givenTheSameSeed_whenTrainedTwice_thenEveryByteIsTheSame() throws IOException {
        assertThat(bytes(train(7, new ArrayList<>()))).isEqualTo(bytes(train(7, new ArrayList<>())));
    }

    @Test
    void givenAnotherSeed_whenTrained_thenTheNetworkIsAnother() throws IOException {
        assertThat(bytes(train(7, new ArrayList<>()))).isNotEqualTo(bytes(train(8, new ArrayList<>())));
    }

    private MemoryModel train(long seed, List<Double> losses) {
        return new MemoryTrainer(SETTINGS, PRIOR, seed)
                .train(SETTINGS.shape(ENCODING, 1), facts(), questions(), (epoch, loss) -> losses.add(loss));
    }

    private double accuracy(MemoryModel model) {
        EncodedFacts facts = model.encode(facts());
        SplittableRandom random = new SplittableRandom(99);
        int right = 0;
        int asked = 120;
        for (int i = 0; i < asked; i++) {
            double[] logits = model.recall(facts, near(i % FACTS, random), new double[FACTS])
                    .logits();
            int best = 0;
            for (int fact = 1; fact < FACTS; fact++) {
                best = logits[fact] > logits[best] ? fact : best;
            }
            right += best == i % FACTS ? 1 : 0;
        }
        return (double) right / asked;
    }

    private QuestionSource questions() {
        return new QuestionSource() {
            @Override
            public int count() {
                return 10 * FACTS;
            }

            @Override
            public TrainingQuestion draw(int index, SplittableRandom random) {
                int fact = index % FACTS;
                return new TrainingQuestion(
                        near(fact, random),
                        IntStream.range(0, FACTS).toArray(),
                        new double[FACTS],
                        fact,
                        TrainingQuestion.NO_FACT,
                        input(fact),
                        null);
            }
        };
    }

    private FactInputs facts() {
        double[] inputs = new double[FACTS * 2 * ENCODING];
        for (int fact = 0; fact < FACTS; fact++) {
            System.arraycopy(input(fact), 0, inputs, fact * 2 * ENCODING, 2 * ENCODING);
        }
        return FactInputs.of(inputs, FACTS);
    }

    /** A fact's askings lie where its neighbour's questions are, so that nothing but training tells which is meant. */
    private double[] input(int fact) {
        double[] input = new double[2 * ENCODING];
        System.arraycopy(centres[(fact + 1) % FACTS], 0, input, 0, ENCODING);
        return input;
    }

    private double[] near(int fact, SplittableRandom random) {
        double[] vector = centres[fact].clone();
        for (int k = 0; k < ENCODING; k++) {
            vector[k] += 0.1 * random.nextGaussian();
        }
        return vector;
    }

    private static double[][] centres() {
        SplittableRandom random = new SplittableRandom(2);
        double[][] centres = new double[FACTS][ENCODING];
        for (double[] centre : centres) {
            for (int k = 0; k < ENCODING; k++) {
                centre[k] = random.nextGaussian();
            }
        }
        return centres;
    }

    private static byte[] bytes(MemoryModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.writeTo(out);
        return out.toByteArray();
    }
}
