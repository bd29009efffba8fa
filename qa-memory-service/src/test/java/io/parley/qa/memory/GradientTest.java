package io.parley.qa.memory;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient that is written by hand, against finite differences of the loss. */
class GradientTest {

    private static final int FACTS = 4;
    private static final NetworkShape SHAPE = new NetworkShape(5, 3, 6, 4, 3);
    private static final Objective OBJECTIVE = new Objective(0.3, 0.7, 0.4);

    private final DynamicMemoryNetwork network = new DynamicMemoryNetwork(SHAPE);
    private final SplittableRandom random = new SplittableRandom(11);
    private final double[] parameters = values(network.layout().size(), 0.5);
    private final GradientCheck check = new GradientCheck(network.layout(), parameters);
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
        check.assertIsOf(() -> loss(target), gradient(target));
    }

    @Test
    void givenAFittingFact_whenDifferentiated_thenEveryPartLearns() {
        check.assertEveryBlockLearns(gradient(new Target(1, true)));
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
