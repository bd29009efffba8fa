package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient that is written by hand, against finite differences of the loss. */
class GradientTest {

    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;
    private static final int FACTS = 4;
    private static final NetworkShape SHAPE = new NetworkShape(5, 3, 6, 4, 3);
    private static final Objective OBJECTIVE = new Objective(0.3, 0.7, 0.4);

    private final DynamicMemoryNetwork network = new DynamicMemoryNetwork(SHAPE);
    private final SplittableRandom random = new SplittableRandom(11);
    private final double[] parameters = values(network.layout().size(), 0.5);
    private final double[] factInputs = values(FACTS * SHAPE.factInputs(), 1);
    private final double[] questionInput = values(SHAPE.encoding(), 1);
    private final double[] similarities = values(FACTS * SHAPE.similarities(), 1);

    static List<Target> targets() {
        return List.of(
                new Target(2, null),
                new Target(0, true),
                new Target(Target.NONE, null),
                new Target(Target.NONE, false));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void givenAnyTarget_whenDifferentiated_thenEveryPartsGradientIsThatOfTheLoss(Target target) {
        Map<String, Double> worst = new TreeMap<>();

        double[] gradient = gradient(target);

        for (Block block : network.layout().blocks()) {
            double error = 0;
            for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                error = Math.max(error, Math.abs(gradient[i] - difference(target, i)));
            }
            worst.put(block.name(), error);
        }
        assertThat(worst).allSatisfy((part, error) -> assertThat(error).as(part).isLessThan(TOLERANCE));
    }

    @Test
    void givenAFittingFact_whenDifferentiated_thenEveryPartLearns() {
        double[] gradient = gradient(new Target(1, true));

        assertThat(network.layout().blocks()).allSatisfy(block -> {
            double largest = 0;
            for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                largest = Math.max(largest, Math.abs(gradient[i]));
            }
            assertThat(largest).as(block.name()).isGreaterThan(TOLERANCE);
        });
    }

    private double difference(Target target, int i) {
        double before = parameters[i];
        parameters[i] = before + STEP;
        double above = loss(target);
        parameters[i] = before - STEP;
        double below = loss(target);
        parameters[i] = before;
        return (above - below) / (2 * STEP);
    }

    private double loss(Target target) {
        return DynamicMemoryNetwork.loss(OBJECTIVE, network.recall(parameters, situation()), target);
    }

    private double[] gradient(Target target) {
        double[] gradient = new double[parameters.length];
        Situation situation = situation();
        Situation.Gradient dSituation = network.backward(
                parameters, gradient, OBJECTIVE, situation, network.recall(parameters, situation), target);
        network.encodeFactsBackward(gradient, factInputs, situation.facts(), dSituation.facts(), FACTS);
        network.encodeQuestionsBackward(gradient, questionInput, situation.questions(), dSituation.questions(), 1);
        return gradient;
    }

    private Situation situation() {
        return Situation.of(
                network.encodeFacts(parameters, factInputs, FACTS),
                network.encodeQuestions(parameters, questionInput, 1),
                similarities);
    }

    private double[] values(int length, double spread) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = spread * random.nextGaussian();
        }
        return values;
    }
}
