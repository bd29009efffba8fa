package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.intent.network.Parameters;
import io.parley.neural.jobs.TrainingThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Steps of gradient descent, each over a batch that is dealt out to threads. A batch always falls into the same parts, which
 * are added up in the same order, so the numbers do not depend on how many threads there are. Not thread-safe.
 */
final class Descent implements AutoCloseable {

    private static final int PARTS = 4;
    private static final List<Integer> PLACES =
            IntStream.range(0, PARTS).boxed().toList();

    private final TrainingThreads threads = TrainingThreads.start();
    private final NetworkGradient network;
    private final AdamSteps adam;
    private final float wideDecay;
    private final float directDecay;
    private final float[][] gradients;

    Descent(FeatureSpace space, Layout layout, TrainingSettings settings) {
        this.network = new NetworkGradient(
                space,
                layout,
                new NetworkGradient.Dropout(settings.dropout(), settings.wideDropout()),
                settings.smoothing());
        this.adam = new AdamSteps(layout.size());
        this.wideDecay = (float) settings.weightDecay();
        this.directDecay = (float) settings.directDecay();
        this.gradients = new float[PARTS][layout.size()];
    }

    /** Some rows of a batch, and what chance is for them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never seen outside
    private record Part(List<Row> rows, float[] gradient, SplittableRandom random) {}

    /**
     * Moves the parameters one step.
     *
     * @param random decides what is left out
     * @return the summed loss of the rows before the step
     */
    double stepInPlace(float[] parameters, List<Row> rows, double rate, SplittableRandom random) {
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int from = part * rows.size() / PARTS;
            int to = (part + 1) * rows.size() / PARTS;
            parts.add(new Part(rows.subList(from, to), gradients[part], random.split()));
        }
        NetworkGradient.Backwards backwards = network.backwards(parameters);
        double loss = 0;
        for (double lost : threads.all(parts, part -> {
            Arrays.fill(part.gradient(), 0);
            return network.add(parameters, backwards, part.gradient(), part.rows(), part.random());
        })) {
            loss += lost;
        }
        adam.begin(rate);
        threads.all(PLACES, part -> {
            step(parameters, 1f / rows.size(), part);
            return part;
        });
        return loss;
    }

    /** Adds the parts' gradients up in order, and moves a share of the parameters along the sum. */
    private void step(float[] parameters, float scale, int part) {
        int size = parameters.length;
        int from = (int) ((long) part * size / PARTS);
        int to = (int) ((part + 1L) * size / PARTS);
        float[] sum = gradients[0];
        for (int i = from; i < to; i++) {
            float total = sum[i];
            for (int other = 1; other < PARTS; other++) {
                total += gradients[other][i];
            }
            sum[i] = scale * total;
        }
        network.addDecay(parameters, sum, Parameters.WIDE, wideDecay, from, to);
        network.addDecay(parameters, sum, Parameters.DIRECT, directDecay, from, to);
        adam.stepInPlace(parameters, sum, from, to);
    }

    @Override
    public void close() {
        threads.close();
    }
}
