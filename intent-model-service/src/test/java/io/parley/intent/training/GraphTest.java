package io.parley.intent.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parley.contracts.model.PastTurn;
import io.parley.contracts.privacy.MaskedText;
import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Situation;
import io.parley.intent.network.NextStateNetwork;
import io.parley.intent.network.Parameters;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

class GraphTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void givenAnyNumbers_whenBothCompute_thenTheServingKernelsAgreeWithTheGraph(int history) {
        TrainingSettings settings = GiftCards.settings(history);
        FeatureSpace space = GiftCards.space(settings);
        ComputationGraph graph = Graph.of(space, settings, 7);
        graph.setParams(Nd4j.rand(graph.params().shape()).subi(0.5).muli(0.2));
        NextStateNetwork network = new NextStateNetwork(space, Graph.parameters(graph, space));
        List<Situation> situations = List.of(
                GiftCards.saying("greeting", "yes please, I would like to buy two of the rocket cards today"),
                GiftCards.saying("ask-design", "flowers"),
                GiftCards.saying("confirm-order", ""),
                withHistory(GiftCards.saying("ask-quantity", "two, and how long does it take?")));
        List<Row> rows = situations.stream()
                .map(situation -> new Row(space.of(situation), space.label("question")))
                .toList();
        MultiDataSet batch = new Batches(space, settings).plain(rows);
        INDArray probabilities = graph.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];

        for (int row = 0; row < rows.size(); row++) {
            double[] ours = softmax(network.logits(rows.get(row).features()));
            for (int label = 0; label < ours.length; label++) {
                assertThat(ours[label])
                        .as("row %d, label %s", row, space.labels().get(label))
                        .isCloseTo(probabilities.getDouble(row, label), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void givenAnyNumbers_whenBothGoBack_thenTheGradientsOfEveryBlockAgree(int history) {
        TrainingSettings settings = GiftCards.settings(history);
        FeatureSpace space = GiftCards.space(settings);
        ComputationGraph graph = Graph.of(space, settings, 7);
        graph.setParams(Nd4j.rand(graph.params().shape()).subi(0.5).muli(0.2));
        List<Row> rows = GiftCards.data().rows().stream()
                .limit(7)
                .map(row -> new Row(space.of(row.situation()), space.label(row.label())))
                .toList();
        MultiDataSet batch = new Batches(space, settings).plain(rows);
        graph.setInputs(batch.getFeatures());
        graph.setLabels(batch.getLabels());
        graph.setLayerMaskArrays(batch.getFeaturesMaskArrays(), null);
        graph.computeGradientAndScore();
        Parameters parameters = Graph.parameters(graph, space);
        Layout layout = new Layout(parameters);
        float[] gradient = new float[layout.size()];
        float[] flat = layout.flatten(parameters);
        NetworkGradient network =
                new NetworkGradient(space, layout, NetworkGradient.Dropout.NONE, settings.smoothing());
        network.add(flat, network.backwards(flat), gradient, rows, new SplittableRandom(1));

        Map<String, float[]> theirs =
                Graph.blocks(graph.gradient().gradientForVariable(), space).blocks();
        layout.blocks(gradient)
                .blocks()
                .forEach((block, ours) ->
                        assertThat(ours).as("block %s", block).containsExactly(theirs.get(block), within(1e-3f)));
    }

    private static double[] softmax(float[] logits) {
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit);
        }
        double[] probabilities = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i]) / sum;
        }
        return probabilities;
    }

    private static Situation withHistory(Situation situation) {
        return new Situation(
                situation.state(),
                situation.allowed(),
                situation.text(),
                List.of(
                        new PastTurn("greeting", new MaskedText("hi there")),
                        new PastTurn("ask-design", new MaskedText("the rocket"))));
    }
}
