package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.network.Parameters;
import io.parley.neural.nd4j.Nd4jSetUp;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * The network in DeepLearning4j's terms: its layers and the weights it starts from. Inputs in order: situation, wide,
 * sentence, tokens and, where the model looks back, turns. {@link NetworkGradient} computes the same and its gradient,
 * {@link io.parley.intent.network.NextStateNetwork} the same forward; tests hold both against this graph.
 */
final class Graph {

    static final String SITUATION = "situation";
    static final String WIDE = "wide";
    static final String SENTENCE = "sentence";
    static final String TOKENS = "tokens";

    static final String TURNS = "turns";

    private static final String WORDS_READ = "words-read";
    private static final String WORDS_HIGHEST = "words-highest";
    private static final String TURNS_READ = "turns-read";
    private static final String TURNS_LAST = "turns-last";
    private static final String HIDDEN = "hidden";
    private static final String DEEP = "deep";
    private static final String FROM_WIDE = "from-wide";
    private static final String FROM_SENTENCE = "from-sentence";
    private static final String SUM = "sum";
    private static final String OUT = "out";

    private Graph() {}

    static ComputationGraph of(FeatureSpace space, TrainingSettings settings, long seed) {
        Nd4jSetUp.prepare();
        boolean looksBack = space.turns() > 0;
        int labels = space.labels().size();
        int deepInputs = space.sentenceSize()
                + space.situationSize()
                + settings.recurrent()
                + (looksBack ? settings.recurrent() : 0);
        ComputationGraphConfiguration.GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.XAVIER)
                .graphBuilder()
                .addLayer(
                        WORDS_READ,
                        new LSTM.Builder()
                                .nIn(space.settings().projection())
                                .nOut(settings.recurrent())
                                .activation(Activation.TANH)
                                .build(),
                        TOKENS)
                .addLayer(WORDS_HIGHEST, new GlobalPoolingLayer(PoolingType.MAX), WORDS_READ);
        DenseLayer hidden = new DenseLayer.Builder()
                .nIn(deepInputs)
                .nOut(settings.hidden())
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU)
                .build();
        if (looksBack) {
            builder.addInputs(SITUATION, WIDE, SENTENCE, TOKENS, TURNS)
                    .addLayer(
                            TURNS_READ,
                            new LSTM.Builder()
                                    .nIn(space.turnSize())
                                    .nOut(settings.recurrent())
                                    .activation(Activation.TANH)
                                    .build(),
                            TURNS)
                    .addVertex(TURNS_LAST, new LastTimeStepVertex(TURNS), TURNS_READ)
                    .addLayer(HIDDEN, hidden, SENTENCE, SITUATION, WORDS_HIGHEST, TURNS_LAST);
        } else {
            builder.addInputs(SITUATION, WIDE, SENTENCE, TOKENS)
                    .addLayer(HIDDEN, hidden, SENTENCE, SITUATION, WORDS_HIGHEST);
        }
        builder.addLayer(
                        FROM_SENTENCE,
                        new DenseLayer.Builder()
                                .nIn(space.sentenceSize())
                                .nOut(labels)
                                .activation(Activation.IDENTITY)
                                .hasBias(false)
                                .weightInit(WeightInit.ZERO)
                                .build(),
                        SENTENCE)
                .addLayer(
                        DEEP,
                        new DenseLayer.Builder()
                                .nIn(settings.hidden())
                                .nOut(labels)
                                .activation(Activation.IDENTITY)
                                .build(),
                        HIDDEN)
                .addLayer(
                        FROM_WIDE,
                        new DenseLayer.Builder()
                                .nIn(space.wideSize())
                                .nOut(labels)
                                .activation(Activation.IDENTITY)
                                .hasBias(false)
                                .weightInit(WeightInit.ZERO)
                                .build(),
                        WIDE)
                .addVertex(SUM, new ElementWiseVertex(ElementWiseVertex.Op.Add), DEEP, FROM_WIDE, FROM_SENTENCE)
                .addLayer(
                        OUT,
                        new LossLayer.Builder(LossFunctions.LossFunction.MCXENT)
                                .activation(Activation.SOFTMAX)
                                .build(),
                        SUM)
                .setOutputs(OUT);
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        return graph;
    }

    /** The graph's numbers as the serving network reads them. */
    static Parameters parameters(ComputationGraph graph, FeatureSpace space) {
        return blocks(graph.paramTable(), space);
    }

    /** The same for any table of the graph's, such as that of its gradient. */
    static Parameters blocks(Map<String, INDArray> table, FeatureSpace space) {
        Map<String, float[]> blocks = new HashMap<>();
        blocks.put(Parameters.WORDS_INPUT, block(table, WORDS_READ, "W"));
        blocks.put(Parameters.WORDS_RECURRENT, block(table, WORDS_READ, "RW"));
        blocks.put(Parameters.WORDS_BIAS, block(table, WORDS_READ, "b"));
        if (space.turns() > 0) {
            blocks.put(Parameters.TURNS_INPUT, block(table, TURNS_READ, "W"));
            blocks.put(Parameters.TURNS_RECURRENT, block(table, TURNS_READ, "RW"));
            blocks.put(Parameters.TURNS_BIAS, block(table, TURNS_READ, "b"));
        }
        blocks.put(Parameters.HIDDEN, block(table, HIDDEN, "W"));
        blocks.put(Parameters.HIDDEN_BIAS, block(table, HIDDEN, "b"));
        blocks.put(Parameters.DIRECT, block(table, FROM_SENTENCE, "W"));
        blocks.put(Parameters.DEEP, block(table, DEEP, "W"));
        blocks.put(Parameters.DEEP_BIAS, block(table, DEEP, "b"));
        blocks.put(Parameters.WIDE, block(table, FROM_WIDE, "W"));
        return new Parameters(blocks);
    }

    private static float[] block(Map<String, INDArray> table, String layer, String name) {
        INDArray array = Objects.requireNonNull(table.get(layer + "_" + name), layer);
        return array.dup('c').data().asFloat();
    }
}
