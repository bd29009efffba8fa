package io.parley.intent.evaluation;

import io.parley.intent.network.NextStateModel;
import io.parley.intent.training.LabelledSituation;
import io.parley.neural.jobs.TrainingThreads;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast a model answers, encoding of the words included.
 *
 * @param latencyMs of one prediction after another
 * @param predictionsPerSecond with as many at once as there are processors; 0 if too few texts were left to measure it
 */
record Speed(LatencyMs latencyMs, double predictionsPerSecond) {

    private static final int WARM_UP = 100;
    private static final int MEASURED = 500;

    /** Fewer say nothing about the work of several threads. */
    private static final int FEWEST = 100;

    /**
     * Milliseconds.
     *
     * @param p50 half take no longer
     * @param p99 all but one in a hundred take no longer
     */
    public record LatencyMs(double p50, double p99) {}

    /**
     * Measures on texts that the encoder does not have in its cache, as far as there are any: call it before these rows are
     * scored.
     *
     * @param rows that the model has not seen
     */
    static Speed of(NextStateModel model, List<LabelledSituation> rows) {
        Map<String, LabelledSituation> different = new LinkedHashMap<>();
        rows.forEach(row -> different.putIfAbsent(row.situation().text().value(), row));
        List<LabelledSituation> left = List.copyOf(different.values());
        int warmUp = Math.min(WARM_UP, left.size() / 4);
        left.subList(0, warmUp).forEach(row -> model.predict(row.situation()));
        int measured = Math.min(MEASURED, (left.size() - warmUp) / 2);
        List<LabelledSituation> timed = left.subList(warmUp, warmUp + measured);
        double[] millis = new double[timed.size()];
        for (int i = 0; i < millis.length; i++) {
            long start = System.nanoTime();
            model.predict(timed.get(i).situation());
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Speed(
                new LatencyMs(at(millis, 0.5), at(millis, 0.99)),
                throughput(model, left.subList(warmUp + timed.size(), left.size())));
    }

    private static double throughput(NextStateModel model, List<LabelledSituation> rows) {
        if (rows.size() < FEWEST) {
            return 0;
        }
        long start = System.nanoTime();
        TrainingThreads.map(rows, row -> model.predict(row.situation()));
        return rows.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
