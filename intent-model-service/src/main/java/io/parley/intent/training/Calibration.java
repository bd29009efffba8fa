package io.parley.intent.training;

import io.parley.intent.network.Neighbours;
import io.parley.intent.network.NextStateNetwork;
import io.parley.intent.network.Signals;
import io.parley.intent.network.Thresholds;
import io.parley.intent.network.Thresholds.Spread;
import io.parley.neural.jobs.TrainingThreads;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Chooses the thresholds of a model on rows it did not learn from. */
final class Calibration {

    /** Too few rows to choose anything by; the defaults are cautious. */
    private static final int FEWEST_ROWS = 30;

    private static final Thresholds CAUTIOUS =
            new Thresholds(1.5, 0.5, 0.9, 0.0, new Spread(0.5, 0.15), new Spread(-4, 2));

    /** Acting wrongly costs this much more than asking back. */
    private static final double COST_OF_ERROR = 1.5;

    /** Share of the in-scope utterances that come out right which may count as not understood. */
    private static final double LOST_IN_SCOPE = 0.025;

    /** Asking which of two is meant, where one of them is, is worth this much of acting rightly at once. */
    private static final double GAIN_OF_ASKING = 0.2;

    /** Asking which of two is meant, where neither is, costs this much. */
    private static final double COST_OF_ASKING = 0.5;

    /** Of two so far apart the first is meant often enough, whatever few rows say. */
    private static final double WIDEST_MARGIN = 0.25;

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
        double acceptAt = acceptAt(temperature);
        Thresholds scored = new Thresholds(temperature, acceptAt, 1, null, distance, energy);
        double[] scores = rows.stream()
                .filter(Scored::isRight)
                .mapToDouble(row -> scored.outOfScope(row.signals()))
                .sorted()
                .toArray();
        double outOfScopeAt =
                scores.length == 0 ? 1 : scores[(int) Math.floor((1 - LOST_IN_SCOPE) * (scores.length - 1))];
        return new Thresholds(
                temperature,
                acceptAt,
                Math.max(LOWEST_OUT_OF_SCOPE, outOfScopeAt),
                askWithin(temperature, acceptAt),
                distance,
                energy);
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

    /**
     * The margin between the first two of the ranking within which asking pays most. Rows count where the first two together
     * are as sure as one has to be alone.
     */
    private double askWithin(double temperature, double acceptAt) {
        List<TopTwo> sure = rows.stream()
                .map(row -> TopTwo.of(row.probabilities(temperature), row.row().label()))
                .filter(two -> two.first() + two.second() >= acceptAt)
                .toList();
        double chosen = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int step = 0; step <= WIDEST_MARGIN * 100; step++) {
            double within = step / 100.0;
            double gain =
                    sure.stream().mapToDouble(two -> two.gain(within, acceptAt)).sum();
            if (gain > highest) {
                highest = gain;
                chosen = within;
            }
        }
        return chosen;
    }

    /**
     * The two likeliest of a row.
     *
     * @param firstRight whether the first is what the row is labelled with
     * @param secondRight whether the second is
     */
    private record TopTwo(double first, double second, boolean firstRight, boolean secondRight) {

        static TopTwo of(double[] probabilities, int label) {
            int[] order = IntStream.range(0, probabilities.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
                    .mapToInt(Integer::intValue)
                    .limit(2)
                    .toArray();
            return order.length < 2
                    ? new TopTwo(probabilities[order[0]], 0, label == order[0], false)
                    : new TopTwo(
                            probabilities[order[0]], probabilities[order[1]], label == order[0], label == order[1]);
        }

        double gain(double within, double acceptAt) {
            if (first - second < within) {
                return firstRight || secondRight ? GAIN_OF_ASKING : -COST_OF_ASKING;
            }
            if (first < acceptAt) {
                return 0;
            }
            return firstRight ? 1 : -COST_OF_ERROR;
        }
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
