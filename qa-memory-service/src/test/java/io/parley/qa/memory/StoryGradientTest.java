package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every gradient of the network over stories, against finite differences of the loss. */
class StoryGradientTest {

    private static final int WORDS = 7;
    private static final NetworkShape SHAPE = new NetworkShape(5, 0, 5, 4, 3);

    /** Stories and questions of different lengths, an unknown word, a chain of facts, more facts than hops, none named. */
    private static final List<StoryQuestion> QUESTIONS = List.of(
            new StoryQuestion(new int[][] {{0, 1, 2}, {3, 4}, {2, 0}, {6}}, new int[] {5, 1}, 2, new int[] {0, 2}),
            new StoryQuestion(new int[][] {{1, 6}}, new int[] {5, -1, 3}, 4, new int[] {0}),
            new StoryQuestion(
                    new int[][] {{0, 2}, {1, 2}, {3, 2}, {4, 2}, {0, 5}}, new int[] {6}, 1, new int[] {0, 1, 2, 4}),
            new StoryQuestion(new int[][] {{4, 2}, {1, 0}}, new int[] {5}, 0, new int[0]));

    private final StoryNetwork network = new StoryNetwork(SHAPE, WORDS);
    private final SplittableRandom random = new SplittableRandom(5);
    private final double[] parameters = values(network.layout().size(), 0.5);
    private final GradientCheck check = new GradientCheck(network.layout(), parameters);
    private final double[] kept = kept();

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void givenGatesThatAreToldOrNot_whenDifferentiated_thenEveryPartsGradientIsThatOfTheLoss(double gates) {
        check.assertIsOf(() -> loss(gates), gradient(gates));
    }

    @Test
    void givenQuestions_whenDifferentiated_thenEveryPartLearns() {
        check.assertEveryBlockLearns(gradient(0));
    }

    @Test
    void givenQuestionsBesideEachOther_whenAnswered_thenEachIsAsItIsAlone() {
        double[] together =
                network.forward(parameters, QUESTIONS, new double[0]).probabilities();

        for (int j = 0; j < QUESTIONS.size(); j++) {
            double[] alone = network.forward(parameters, List.of(QUESTIONS.get(j)), new double[0])
                    .probabilities();
            for (int word = 0; word < WORDS; word++) {
                assertThat(together[j * WORDS + word]).isEqualTo(alone[word]);
            }
        }
    }

    private double loss(double gates) {
        return network.loss(network.forward(parameters, QUESTIONS, kept), gates);
    }

    private double[] gradient(double gates) {
        double[] gradient = new double[parameters.length];
        network.backward(parameters, gradient, network.forward(parameters, QUESTIONS, kept), gates, kept);
        return gradient;
    }

    private double[] kept() {
        int facts = QUESTIONS.stream().mapToInt(asked -> asked.facts().length).sum();
        double[] mask = new double[facts * SHAPE.width()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < 0.2 ? 0 : 1.25;
        }
        return mask;
    }

    private double[] values(int length, double spread) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = spread * random.nextGaussian();
        }
        return values;
    }
}
