package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.features.Situation;
import io.parley.intent.network.NextStateNetwork;
import io.parley.intent.network.Parameters;
import io.parley.neural.jobs.ProgressListener;
import io.parley.neural.jobs.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One run of gradient descent over some rows. The same rows, settings and seed give the same numbers, bit for bit. */
final class Fit {

    private static final double LAST_RATE = 0.1;
    private static final double REFINING_RATE = 0.5;
    private static final double REFINING_EPOCHS = 0.4;

    /** Fewer held-out rows are too few to judge an epoch by: then the last one counts. */
    private static final int ROWS_TO_STOP_BY = 150;

    private static final int SMALLEST_BATCH = 16;
    private static final int BATCHES_AT_LEAST = 20;
    private static final int STEPS_AT_LEAST = 240;

    private final TrainingSettings settings;
    private final TrainingSet data;
    private final List<LabelledSituation> rows;
    private final Numbers numbers;
    private final FeatureSpace space;
    private final SplittableRandom random;
    private final long seed;

    /**
     * @param data the states, labels and flow that the rows belong to
     * @param rows to learn from
     */
    Fit(TrainingSettings settings, TrainingSet data, Numbers numbers, List<LabelledSituation> rows, long seed) {
        this.settings = settings;
        this.data = data;
        this.numbers = numbers;
        this.space = numbers.space();
        this.rows = rows;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Descends.
     *
     * @param heldOut to stop in time by; may be empty
     * @return the network of the best epoch, or of the last where there is too little to judge by
     */
    Fitted run(List<Row> heldOut, ProgressListener progress) {
        return run(Graph.parameters(Graph.of(space, settings, seed), space), settings.epochs(), 1, heldOut, progress);
    }

    /** Goes on from a network that has learnt most of the rows already. */
    NextStateNetwork refine(NextStateNetwork from, ProgressListener progress) {
        int epochs = (int) Math.ceil(REFINING_EPOCHS * settings.epochs());
        return run(from.parameters(), epochs, REFINING_RATE, List.of(), progress)
                .network();
    }

    private Fitted run(Parameters start, int wanted, double pace, List<Row> heldOut, ProgressListener progress) {
        Layout layout = new Layout(start);
        float[] parameters = layout.flatten(start);
        int batch = Math.max(
                Math.min(SMALLEST_BATCH, settings.batch()), Math.min(settings.batch(), rows.size() / BATCHES_AT_LEAST));
        int epochs = Math.max(wanted, Math.ceilDiv(STEPS_AT_LEAST, Math.ceilDiv(rows.size(), batch)));
        int patience = settings.patience() * epochs / wanted;
        float[] best = parameters;
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestEpoch = 0;
        try (Descent descent = new Descent(space, layout, settings)) {
            for (int epoch = 1; epoch <= epochs && epoch - bestEpoch <= patience; epoch++) {
                double loss = 0;
                for (List<Heard> slice : slices(batch)) {
                    // Made as they are needed: those of all rows, with their earlier turns, would fill the memory.
                    List<Row> made = slice.stream()
                            .map(heard -> numbers.of(heard.row(), heard.situation()))
                            .toList();
                    loss += descent.stepInPlace(parameters, made, pace * rate(epoch, epochs), random);
                }
                HeldOutScore score = HeldOutScore.of(network(layout, parameters), heldOut);
                progress.reached(new Step(
                        "training", epoch / (double) epochs, epoch, epochs, loss / rows.size(), score.accuracy()));
                if (heldOut.size() < ROWS_TO_STOP_BY || score.loss() < bestLoss) {
                    bestLoss = score.loss();
                    bestEpoch = epoch;
                    best = parameters.clone();
                }
            }
        }
        return new Fitted(network(layout, best), bestEpoch);
    }

    private NextStateNetwork network(Layout layout, float[] parameters) {
        return new NextStateNetwork(space, layout.blocks(parameters));
    }

    private double rate(int epoch, int epochs) {
        double cosine = 0.5 * (1 + Math.cos(Math.PI * (epoch - 1) / Math.max(1, epochs - 1)));
        return settings.learningRate() * (LAST_RATE + (1 - LAST_RATE) * cosine);
    }

    /** The rows of an epoch, batch after batch. */
    private List<List<Heard>> slices(int batch) {
        List<Heard> order = moved();
        Shuffle.inPlace(order, random);
        List<List<Heard>> slices = new ArrayList<>();
        for (int from = 0; from < order.size(); from += batch) {
            slices.add(order.subList(from, Math.min(order.size(), from + batch)));
        }
        return slices;
    }

    /** The rows of an epoch. Words that mean the same anywhere are heard in another state half of the time. */
    private List<Heard> moved() {
        List<String> places = List.copyOf(data.flow().keySet());
        List<Heard> moved = new ArrayList<>(rows.size());
        for (LabelledSituation row : rows) {
            Situation situation = row.situation();
            if (!places.isEmpty() && data.anywhere().contains(row.label()) && random.nextBoolean()) {
                String place = places.get(random.nextInt(places.size()));
                situation = situation.in(place, data.flow().getOrDefault(place, List.of()));
            }
            moved.add(new Heard(row, situation));
        }
        return moved;
    }

    /** A row and where its words are heard. */
    private record Heard(LabelledSituation row, Situation situation) {}

    /**
     * Where a run ended.
     *
     * @param epoch the epoch its numbers come from
     */
    record Fitted(NextStateNetwork network, int epoch) {}
}
