package io.parley.intent.training;

import io.parley.intent.features.FeatureSpace;
import io.parley.neural.jobs.TrainingThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Steps of gradient descent, each over a batch that is dealt out to threads. A batch always falls into the same parts, which
 * are added up in the same order, so the numbers do not depend on how many threads there are. Not thread-safe.
 */
final class Descent implements AutoCloseable {

    private static final int PARTS = 4;

    private final TrainingThreads threads = TrainingThreads.start();
    private final NetworkGradient network;
    private final AdamSteps adam;
    private final float decay;
    private final float[][] gradients;

    Descent(FeatureSpace space, Layout layout, TrainingSettings settings) {
        this.network = new NetworkGradient(
                space,
                layout,
                new NetworkGradient.Dropout(settings.dropout(), settings.wideDropout()),
                settings.smoothing());
        this.adam = new AdamSteps(layout.size());
        this.decay = (float) settings.weightDecay();
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
        double loss = 0;
        for (double lost : threads.all(parts, part -> {
            Arrays.fill(part.gradient(), 0);
            return network.add(parameters, part.gradient(), part.rows(), part.random());
        })) {
            loss += lost;
        }
        float[] gradient = sum(1f / rows.size());
        network.addDecay(parameters, gradient, decay);
        adam.stepInPlace(parameters, gradient, rate);
        return loss;
    }

    /** The parts' gradients added up in order, scaled; in the first of them. */
    private float[] sum(float scale) {
        float[] sum = gradients[0];
        for (int i = 0; i < sum.length; i++) {
            float total = sum[i];
            for (int part = 1; part < PARTS; part++) {
                total += gradients[part][i];
            }
            sum[i] = scale * total;
        }
        return sum;
    }

    @Override
    public void close() {
        threads.close();
    }
}
