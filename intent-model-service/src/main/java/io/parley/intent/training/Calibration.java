package io.parley.intent.training;

import io.parley.intent.network.Neighbours;
import io.parley.intent.network.NextStateNetwork;
import io.parley.intent.network.Signals;
import io.parley.intent.network.Thresholds;
import io.parley.intent.network.Thresholds.Spread;
import io.parley.neural.jobs.TrainingThreads;
import java.util.List;
import java.util.stream.DoubleStream;

/** Chooses the thresholds of a model on rows it did not learn from. */
final class Calibration {

    /** Too few rows to choose anything by; the defaults are cautious. */
    private static final int FEWEST_ROWS = 30;

    private static final Thresholds CAUTIOUS = new Thresholds(1.5, 0.5, 0.9, new Spread(0.5, 0.15), new Spread(-4, 2));

    /** Acting wrongly costs this much more than asking back. */
    private static final double COST_OF_ERROR = 1.5;

    /** Share of the in-scope utterances that come out right which may count as not understood. */
    private static final double LOST_IN_SCOPE = 0.025;

    private static final double LOWEST_ACCEPT = 0.35;
    private static final double HIGHEST_ACCEPT = 0.75;
    private static final double LOWEST_OUT_OF_SCOPE = 0.5;
    private static final double LEAST_PROBABILITY = 1e-9;

    private final List<Scored> rows;

    private Calibration(List<Scored> rows) {
        this.rows = rows;
    }

    /** What an uncalibrated network says to a row. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never seen outside
    private record Scored(Row row, float[] logits, Signals signals) {

        static Scored of(NextStateNetwork network, Neighbours neighbours, Row row) {
            float[] logits = network.logits(row.features());
            return new Scored(row, logits, Signals.of(neighbours, row.features(), logits));
        }

        boolean isRight() {
            double[] p = probabilities(1);
            return p[row.label()] == DoubleStream.of(p).max().orElse(0);
        }

        double[] probabilities(double temperature) {
            return NextStateNetwork.probabilities(logits, row.features(), temperature);
        }
    }

    /**
     * @param inScope rows that were kept from training, but those that have nothing to do with the offer
     */
    static Thresholds of(NextStateNetwork network, Neighbours neighbours, List<Row> inScope) {
        if (inScope.size() < FEWEST_ROWS) {
            return CAUTIOUS;
        }
        return new Calibration(TrainingThreads.map(inScope, row -> Scored.of(network, neighbours, row))).choose();
    }

    private Thresholds choose() {
        double temperature = temperature();
        List<Signals> signals = rows.stream().map(Scored::signals).toList();
        Spread distance = spread(signals.stream().mapToDouble(Signals::distance).toArray());
        Spread energy = spread(signals.stream().mapToDouble(Signals::energy).toArray());
        Thresholds scored = new Thresholds(temperature, acceptAt(temperature), 1, distance, energy);
        double[] scores = rows.stream()
                .filter(Scored::isRight)
                .mapToDouble(row -> scored.outOfScope(row.signals()))
                .sorted()
                .toArray();
        double outOfScopeAt =
                scores.length == 0 ? 1 : scores[(int) Math.floor((1 - LOST_IN_SCOPE) * (scores.length - 1))];
        return new Thresholds(
                temperature, scored.acceptAt(), Math.max(LOWEST_OUT_OF_SCOPE, outOfScopeAt), distance, energy);
    }

    private double temperature() {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 5; step <= 80; step++) {
            double loss = loss(step / 20.0);
            if (loss < least) {
                least = loss;
                best = step / 20.0;
            }
        }
        return best;
    }

    private double loss(double temperature) {
        return -rows.stream()
                .mapToDouble(scored -> Math.log(Math.max(
                        LEAST_PROBABILITY,
                        scored.probabilities(temperature)[scored.row().label()])))
                .average()
                .orElse(0);
    }

    private double acceptAt(double temperature) {
        double[] best = new double[rows.size()];
        boolean[] right = new boolean[rows.size()];
        for (int i = 0; i < best.length; i++) {
            double[] p = rows.get(i).probabilities(temperature);
            best[i] = DoubleStream.of(p).max().orElse(0);
            right[i] = p[rows.get(i).row().label()] == best[i];
        }
        double chosen = LOWEST_ACCEPT;
        double highest = Double.NEGATIVE_INFINITY;
        for (double at = LOWEST_ACCEPT; at <= HIGHEST_ACCEPT; at += 0.01) {
            double gain = 0;
            for (int i = 0; i < best.length; i++) {
                if (best[i] >= at) {
                    gain += right[i] ? 1 : -COST_OF_ERROR;
                }
            }
            if (gain > highest) {
                highest = gain;
                chosen = at;
            }
        }
        return chosen;
    }

    private static Spread spread(double[] values) {
        double mean = DoubleStream.of(values).average().orElse(0);
        double variance = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        return new Spread(mean, Math.sqrt(variance));
    }
}
