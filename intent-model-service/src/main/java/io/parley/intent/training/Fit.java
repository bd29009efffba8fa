package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Situation;
import io.parley.intent.features.TextVectors;
import io.parley.intent.network.NextStateNetwork;
import io.parley.neural.jobs.ProgressListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One run of gradient descent over some rows. The same rows, settings and seed give the same numbers, bit for bit. */
final class Fit {

    private static final double LAST_RATE = 0.1;

    /** So many batches are sorted by length together, which saves steps of the recurrent part. */
    private static final int BATCHES_SORTED = 8;

    /** Fewer held-out rows are too few to judge an epoch by: then the last one counts. */
    private static final int ROWS_TO_STOP_BY = 150;

    private static final int SMALLEST_BATCH = 16;
    private static final int BATCHES_AT_LEAST = 20;
    private static final int STEPS_AT_LEAST = 240;

    private final TrainingSettings settings;
    private final TrainingSet data;
    private final List<LabelledSituation> rows;
    private final FeatureSpace space;
    private final SplittableRandom random;
    private final long seed;
    private final Map<String, TextVectors> texts = new HashMap<>();

    /**
     * @param data the states, labels and flow that the rows belong to
     * @param rows to learn from
     */
    Fit(TrainingSettings settings, TrainingSet data, List<LabelledSituation> rows, long seed) {
        this.settings = settings;
        this.data = data;
        this.rows = rows;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.space = FeatureSpace.learn(
                settings.features(),
                data.states(),
                data.labels(),
                data.lexicon(),
                rows.stream().map(LabelledSituation::situation).toList(),
                seed);
    }

    /** Rows as numbers, in the features that this run learnt. */
    List<Batches.Row> numbers(List<LabelledSituation> labelled) {
        return labelled.stream().map(row -> numbers(row, row.situation())).toList();
    }

    /** The encoding of a text, {@code [dim]}. */
    float[] sentence(String text) {
        return vectors(text).sentence();
    }

    /**
     * Descends.
     *
     * @param heldOut to stop in time by; may be empty
     * @return the network of the best epoch, or of the last where there is too little to judge by
     */
    Fitted run(List<Batches.Row> heldOut, ProgressListener progress) {
        ComputationGraph graph = Graph.of(space, settings, seed);
        Batches batches = new Batches(space, settings);
        int batch = Math.max(
                Math.min(SMALLEST_BATCH, settings.batch()), Math.min(settings.batch(), rows.size() / BATCHES_AT_LEAST));
        int epochs = Math.max(settings.epochs(), Math.ceilDiv(STEPS_AT_LEAST, Math.ceilDiv(rows.size(), batch)));
        int patience = settings.patience() * epochs / settings.epochs();
        INDArray best = graph.params().dup();
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= epochs && epoch - bestEpoch <= patience; epoch++) {
            graph.setLearningRate(rate(epoch, epochs));
            double loss = learn(graph, batches, batch);
            HeldOutScore score = HeldOutScore.of(network(graph), heldOut);
            progress.reached("training", epoch, epochs, loss, score.accuracy());
            if (heldOut.size() < ROWS_TO_STOP_BY || score.loss() < bestLoss) {
                bestLoss = score.loss();
                bestEpoch = epoch;
                best = graph.params().dup();
            }
        }
        graph.setParams(best);
        return new Fitted(network(graph), bestEpoch);
    }

    private NextStateNetwork network(ComputationGraph graph) {
        return new NextStateNetwork(space, Graph.parameters(graph, space));
    }

    private double rate(int epoch, int epochs) {
        double cosine = 0.5 * (1 + Math.cos(Math.PI * (epoch - 1) / Math.max(1, epochs - 1)));
        return settings.learningRate() * (LAST_RATE + (1 - LAST_RATE) * cosine);
    }

    private double learn(ComputationGraph graph, Batches batches, int batch) {
        List<Batches.Row> order = moved();
        Shuffle.inPlace(order, random);
        int sorted = batch * BATCHES_SORTED;
        for (int from = 0; from < order.size(); from += sorted) {
            order.subList(from, Math.min(order.size(), from + sorted))
                    .sort(Comparator.comparingInt(row -> row.features().tokens().length));
        }
        List<List<Batches.Row>> slices = new ArrayList<>();
        for (int from = 0; from < order.size(); from += batch) {
            slices.add(order.subList(from, Math.min(order.size(), from + batch)));
        }
        Shuffle.inPlace(slices, random);
        double loss = 0;
        for (List<Batches.Row> slice : slices) {
            graph.fit(batches.training(slice, random));
            loss += graph.score() * slice.size();
        }
        return loss / order.size();
    }

    /** The rows of an epoch. Words that mean the same anywhere are heard in another state half of the time. */
    private List<Batches.Row> moved() {
        List<String> places = List.copyOf(data.flow().keySet());
        List<Batches.Row> moved = new ArrayList<>(rows.size());
        for (LabelledSituation row : rows) {
            Situation situation = row.situation();
            if (!places.isEmpty() && data.anywhere().contains(row.label()) && random.nextBoolean()) {
                String place = places.get(random.nextInt(places.size()));
                situation = situation.in(place, data.flow().getOrDefault(place, List.of()));
            }
            moved.add(numbers(row, situation));
        }
        return moved;
    }

    private Batches.Row numbers(LabelledSituation row, Situation situation) {
        return new Batches.Row(space.of(situation, vectors(situation.text().value())), space.label(row.label()));
    }

    private TextVectors vectors(String text) {
        return texts.computeIfAbsent(text, space::text);
    }

    /**
     * Where a run ended.
     *
     * @param epoch the epoch its numbers come from
     */
    record Fitted(NextStateNetwork network, int epoch) {}
}
