package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.network.NextStateNetwork;
import io.parley.intent.network.Parameters;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkGradientTest {

    private static final float STEP = 1e-2f;
    private static final int TRIED_PER_BLOCK = 40;
    private static final double SMOOTHING = 0.1;

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void givenEveryBlockOfNumbers_whenMovedALittle_thenTheLossFollowsTheGradient(int history) {
        TrainingSettings settings = GiftCards.settings(history);
        FeatureSpace space = GiftCards.space(settings);
        Parameters start = Graph.parameters(Graph.of(space, settings, 7), space);
        Layout layout = new Layout(start);
        float[] parameters = layout.flatten(start);
        // The sparse weights start at nothing, where their gradient would say little.
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (float) (0.05 * random.nextGaussian());
        }
        NetworkGradient network = new NetworkGradient(space, layout, NetworkGradient.Dropout.NONE, SMOOTHING);
        List<Row> rows = GiftCards.data().rows().stream()
                .limit(6)
                .map(row -> new Row(space.of(row.situation()), space.label(row.label())))
                .toList();
        float[] gradient = new float[layout.size()];
        network.add(parameters, network.backwards(parameters), gradient, rows, random);

        Set<String> blocks = start.blocks().keySet();
        for (String block : blocks) {
            double far = 0;
            double large = 0;
            for (int tried = 0; tried < TRIED_PER_BLOCK; tried++) {
                int at = layout.offset(block) + random.nextInt(layout.length(block));
                double slope = slope(network, layout, parameters, rows, at);
                far += Math.abs(slope - gradient[at]);
                large += Math.abs(slope);
            }
            // Here and there a step crosses a bend of a maximum; a wrong formula is far off everywhere.
            assertThat(far).as("block %s, against %s", block, large).isLessThan(0.05 * large + 0.02);
        }
        assertThat(blocks).contains(Parameters.WORDS_RECURRENT, Parameters.WIDE, Parameters.HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void givenARow_whenItsLossIsComputed_thenItIsThatOfTheServingNetwork(int history) {
        TrainingSettings settings = GiftCards.settings(history);
        FeatureSpace space = GiftCards.space(settings);
        Parameters start = Graph.parameters(Graph.of(space, settings, 7), space);
        Layout layout = new Layout(start);
        NetworkGradient network = new NetworkGradient(space, layout, NetworkGradient.Dropout.NONE, 0);
        LabelledSituation said = GiftCards.data().rows().get(3);
        Row row =
                new Row(space.of(said.situation().in(said.situation().state(), List.of())), space.label(said.label()));

        double loss = network.add(
                layout.flatten(start),
                network.backwards(layout.flatten(start)),
                new float[layout.size()],
                List.of(row),
                new SplittableRandom(1));

        double[] probabilities = new NextStateNetwork(space, start).probabilities(row.features(), 1);
        assertThat(loss).isCloseTo(-Math.log(probabilities[row.label()]), within(1e-4));
    }

    private static double slope(NetworkGradient network, Layout layout, float[] parameters, List<Row> rows, int at) {
        float[] moved = parameters.clone();
        moved[at] = parameters[at] + STEP;
        double above =
                network.add(moved, network.backwards(moved), new float[layout.size()], rows, new SplittableRandom(1));
        moved[at] = parameters[at] - STEP;
        double below =
                network.add(moved, network.backwards(moved), new float[layout.size()], rows, new SplittableRandom(1));
        return (above - below) / (2 * STEP);
    }
}
