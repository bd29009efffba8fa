package io.parley.qa.memory;

import io.parley.neural.jobs.TrainingThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains a network on stories with Adam, and keeps it as it was when it answered the questions kept apart best. The same
 * questions, settings and seed give the same numbers, however many processors there are.
 */
public final class StoryTrainer {

    private static final double FINAL_RATE = 0.1;

    /** A batch's questions are shared out like this, whatever the number of processors, so that sums do not depend on it. */
    private static final int SHARES = 2;

    /** Below this loss a question, with no error on what was kept apart, there is nothing left to learn. */
    private static final double LEARNED = 0.01;

    private final StorySettings settings;
    private final long seed;

    /** Hears of every epoch. */
    @FunctionalInterface
    public interface EpochListener {

        /**
         * @param epoch epochs done
         * @param done share of the longest training that lies behind
         * @param loss of the epoch, per question
         * @param error share of the questions kept apart that came out wrong
         */
        void done(int epoch, double done, double loss, double error);
    }

    public StoryTrainer(StorySettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * Trains.
     *
     * @param vocabulary V, how many words there are
     * @param taught at least one
     * @param keptApart to choose an epoch by; at least one
     */
    public StoryModel train(
            int vocabulary, List<StoryQuestion> taught, List<StoryQuestion> keptApart, EpochListener listener) {
        StoryNetwork network = new StoryNetwork(settings.shape(), vocabulary);
        double[] parameters = network.initialParameters(seed);
        AdamUpdater updater = new AdamUpdater(parameters.length);
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, taught.size()).toArray();
        int update = 0;
        Best best = new Best(parameters);
        try (TrainingThreads threads = TrainingThreads.start()) {
            for (int epoch = 1; update < settings.updates() && !best.isOld(update); epoch++) {
                Kernels.shuffleInPlace(order, random);
                double loss = 0;
                for (int from = 0; from < order.length; from += settings.batch()) {
                    int to = Math.min(order.length, from + settings.batch());
                    List<StoryQuestion> batch = IntStream.range(from, to)
                            .mapToObj(i -> taught.get(order[i]))
                            .toList();
                    double[] gradient = new double[parameters.length];
                    loss += addGradient(network, parameters, gradient, batch, random, threads);
                    double done = Math.min(1, update / (double) settings.updates());
                    double rate = settings.learningRate() * (1 - (1 - FINAL_RATE) * done);
                    double[] step = updater.step(gradient, scale(gradient, batch.size()), rate, update++);
                    for (int i = 0; i < parameters.length; i++) {
                        parameters[i] -= step[i] + rate * settings.decay() * parameters[i];
                    }
                }
                double perQuestion = loss / order.length;
                double error = error(new StoryModel(network, parameters), keptApart, threads);
                best.see(update, error, perQuestion, parameters);
                listener.done(epoch, Math.min(1, update / (double) settings.updates()), perQuestion, error);
                if (error == 0 && perQuestion < LEARNED) {
                    break;
                }
            }
        }
        return new StoryModel(network, best.parameters);
    }

    /** The best epoch so far: the one with the fewest errors, then with the least loss. */
    private final class Best {

        private double[] parameters;
        private double error = Double.POSITIVE_INFINITY;
        private double loss = Double.POSITIVE_INFINITY;
        private int update;

        Best(double[] parameters) {
            this.parameters = parameters;
        }

        void see(int seenUpdate, double seenError, double seenLoss, double[] seen) {
            if (seenError < error || (seenError == error && seenLoss < loss)) {
                error = seenError;
                loss = seenLoss;
                update = seenUpdate;
                parameters = seen.clone();
            }
        }

        boolean isOld(int now) {
            return now - update > settings.patience();
        }
    }

    /** Makes the mean of a sum, no longer than the longest a gradient may be. */
    private double scale(double[] gradient, int questions) {
        double squares = Kernels.dot(gradient, 0, gradient, 0, gradient.length);
        double length = Math.sqrt(squares) / questions;
        return (length > settings.largest() ? settings.largest() / length : 1) / questions;
    }

    private double addGradient(
            StoryNetwork network,
            double[] parameters,
            double[] gradient,
            List<StoryQuestion> batch,
            SplittableRandom random,
            TrainingThreads threads) {
        List<Share> shares = new ArrayList<>();
        for (int part = 0; part < SHARES; part++) {
            List<StoryQuestion> questions =
                    batch.subList(part * batch.size() / SHARES, (part + 1) * batch.size() / SHARES);
            if (!questions.isEmpty()) {
                shares.add(new Share(questions, random.split()));
            }
        }
        double loss = 0;
        for (Share share : threads.all(shares, share -> share.learn(network, parameters))) {
            Kernels.addScaledInPlace(gradient, 0, 1, share.gradient, 0, gradient.length);
            loss += share.loss;
        }
        return loss;
    }

    /** Some of a batch's questions, and what they add to the gradient and the loss. */
    private final class Share {

        private final List<StoryQuestion> questions;
        private final SplittableRandom random;
        private double[] gradient = {};
        private double loss;

        Share(List<StoryQuestion> questions, SplittableRandom random) {
            this.questions = questions;
            this.random = random;
        }

        Share learn(StoryNetwork network, double[] parameters) {
            gradient = new double[parameters.length];
            int facts =
                    questions.stream().mapToInt(asked -> asked.facts().length).sum();
            double[] kept = kept(facts * settings.width());
            StoryNetwork.Pass pass = network.forward(parameters, questions, kept);
            loss = network.loss(pass, settings.gates());
            network.backward(parameters, gradient, pass, settings.gates(), kept);
            return this;
        }

        private double[] kept(int size) {
            double[] kept = new double[size];
            Arrays.setAll(kept, i -> random.nextDouble() < settings.dropout() ? 0 : 1 / (1 - settings.dropout()));
            return kept;
        }
    }

    private static double error(StoryModel model, List<StoryQuestion> questions, TrainingThreads threads) {
        List<Boolean> right =
                threads.all(questions, asked -> model.answer(asked).word() == asked.answer());
        return right.stream().filter(it -> !it).count() / (double) right.size();
    }
}
