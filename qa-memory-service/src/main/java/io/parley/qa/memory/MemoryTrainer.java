package io.parley.qa.memory;

import io.parley.neural.jobs.TrainingThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Trains a network on one campaign's questions with Adam. The same questions, settings and seed give the same bytes. */
public final class MemoryTrainer {

    /** Share of the candidates that are taken at random rather than for their similarity. */
    private static final int RANDOM_SHARE = 4;

    private static final double FINAL_RATE = 0.1;

    /** A batch's questions are shared out like this, whatever the number of processors, so that sums do not depend on it. */
    private static final int SHARES = 2;

    private final TrainingSettings settings;
    private final double[] prior;
    private final long seed;

    /** Hears of every epoch. */
    @FunctionalInterface
    public interface EpochListener {

        /**
         * @param epoch epochs done
         * @param loss of the epoch, per question
         */
        void done(int epoch, double loss);
    }

    /**
     * @param prior {@code [S]}, how much each similarity counts before anything was learned
     */
    public MemoryTrainer(TrainingSettings settings, double[] prior, long seed) {
        this.settings = settings;
        this.prior = prior.clone();
        this.seed = seed;
    }

    /** The network as it is before training: it ranks by similarity alone. */
    public MemoryModel untrained(NetworkShape shape) {
        DynamicMemoryNetwork network = new DynamicMemoryNetwork(shape);
        return new MemoryModel(network, network.initialParameters(prior, seed));
    }

    /** Trains. */
    public MemoryModel train(NetworkShape shape, FactInputs facts, QuestionSource questions, EpochListener listener) {
        DynamicMemoryNetwork network = new DynamicMemoryNetwork(shape);
        double[] parameters = network.initialParameters(prior, seed);
        double[] start = parameters.clone();
        double[] pace = network.pace(settings.headPace());
        AdamUpdater updater = new AdamUpdater(parameters.length);
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, questions.count()).toArray();
        int updates = settings.epochs() * Math.ceilDiv(order.length, settings.batch());
        int update = 0;
        try (TrainingThreads threads = TrainingThreads.start()) {
            for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
                Kernels.shuffleInPlace(order, random);
                double loss = 0;
                for (int from = 0; from < order.length; from += settings.batch()) {
                    int to = Math.min(order.length, from + settings.batch());
                    List<TrainingQuestion> batch = new ArrayList<>();
                    for (int i = from; i < to; i++) {
                        batch.add(questions.draw(order[i], random));
                    }
                    double[] gradient = new double[parameters.length];
                    loss += new Batch(network, parameters, facts, batch, random).addGradient(gradient, threads);
                    double rate = settings.learningRate() * (1 - (1 - FINAL_RATE) * update / updates);
                    double[] step = updater.step(gradient, 1.0 / batch.size(), rate, update++);
                    for (int i = 0; i < parameters.length; i++) {
                        double pull = rate * settings.anchor() * (parameters[i] - start[i]);
                        parameters[i] -= pace[i] * (step[i] + pull);
                    }
                }
                listener.done(epoch, loss / Math.max(1, order.length));
            }
        }
        return new MemoryModel(network, parameters);
    }

    /** Some questions under the same parameters. */
    private final class Batch {

        private final DynamicMemoryNetwork network;
        private final double[] parameters;
        private final FactInputs facts;
        private final List<TrainingQuestion> questions;

        /** For each question, where in its own facts those stand that it is compared with this time. */
        private final List<int[]> candidates;

        /** Rows of all facts that some question is compared with and does not belong to, rising. */
        private final int[] others;

        Batch(
                DynamicMemoryNetwork network,
                double[] parameters,
                FactInputs facts,
                List<TrainingQuestion> questions,
                SplittableRandom random) {
            this.network = network;
            this.parameters = parameters;
            this.facts = facts;
            this.questions = questions;
            candidates = questions.stream()
                    .map(question -> candidates(question, random))
                    .toList();
            others = IntStream.range(0, questions.size())
                    .flatMap(j -> IntStream.of(candidates.get(j))
                            .map(at -> questions.get(j).facts()[at])
                            .filter(row -> row != questions.get(j).fact()))
                    .sorted()
                    .distinct()
                    .toArray();
        }

        /**
         * Adds the gradient of the questions' loss.
         *
         * @return the summed loss
         */
        double addGradient(double[] gradient, TrainingThreads threads) {
            NetworkShape shape = network.shape();
            int n = others.length;
            int b = questions.size();
            // The right fact of question j, without that question's wording, stands in row n + j.
            double[] inputs = new double[(n + b) * shape.factInputs()];
            for (int i = 0; i < n; i++) {
                facts.copy(others[i], inputs, i * shape.factInputs());
            }
            double[] asked = new double[b * shape.encoding()];
            for (int j = 0; j < b; j++) {
                double[] own = questions.get(j).ownInput();
                if (own != null) {
                    System.arraycopy(own, 0, inputs, (n + j) * shape.factInputs(), own.length);
                }
                System.arraycopy(questions.get(j).encoding(), 0, asked, j * shape.encoding(), shape.encoding());
            }
            double[] encoded = network.encodeFacts(parameters, inputs, n + b);
            double[] encodedQuestions = network.encodeQuestions(parameters, asked, b);
            List<Integer> parts = IntStream.range(0, SHARES).boxed().toList();
            List<Share> shares = threads.all(
                    parts, part -> share(part * b / SHARES, (part + 1) * b / SHARES, encoded, encodedQuestions));
            double[] dEncoded = new double[encoded.length];
            double[] dQuestions = new double[encodedQuestions.length];
            double loss = 0;
            for (Share share : shares) {
                Kernels.addScaledInPlace(gradient, 0, 1, share.gradient, 0, gradient.length);
                Kernels.addScaledInPlace(dEncoded, 0, 1, share.encoded, 0, dEncoded.length);
                Kernels.addScaledInPlace(dQuestions, 0, 1, share.questions, 0, dQuestions.length);
                loss += share.loss;
            }
            network.encodeFactsBackward(gradient, inputs, encoded, dEncoded, n + b);
            network.encodeQuestionsBackward(gradient, asked, encodedQuestions, dQuestions, b);
            return loss;
        }

        /** What the questions from one to before another add, given everything encoded. */
        private Share share(int from, int to, double[] encoded, double[] encodedQuestions) {
            NetworkShape shape = network.shape();
            int n = others.length;
            int width = shape.width();
            Share share = new Share(
                    new double[parameters.length], new double[encoded.length], new double[encodedQuestions.length]);
            for (int j = from; j < to; j++) {
                TrainingQuestion question = questions.get(j);
                int m = candidates.get(j).length;
                if (m == 0) {
                    continue;
                }
                int[] rows = new int[m];
                double[] seen = new double[m * width];
                double[] similarities = new double[m * shape.similarities()];
                for (int i = 0; i < m; i++) {
                    int at = candidates.get(j)[i];
                    int fact = question.facts()[at];
                    rows[i] = fact == question.fact() ? n + j : Arrays.binarySearch(others, fact);
                    System.arraycopy(encoded, rows[i] * width, seen, i * width, width);
                    System.arraycopy(
                            question.similarities(),
                            at * shape.similarities(),
                            similarities,
                            i * shape.similarities(),
                            shape.similarities());
                }
                double[] q = new double[width];
                System.arraycopy(encodedQuestions, j * width, q, 0, width);
                Situation situation = Situation.of(seen, q, similarities);
                Target target = new Target(question.fact() == Target.NONE ? Target.NONE : 0, question.hesitates());
                Recall recall = network.recall(parameters, situation);
                share.loss += DynamicMemoryNetwork.loss(Objective.DEFAULT, recall, target);
                Situation.Gradient dSituation =
                        network.backward(parameters, share.gradient, Objective.DEFAULT, situation, recall, target);
                for (int i = 0; i < m; i++) {
                    Kernels.addScaledInPlace(share.encoded, rows[i] * width, 1, dSituation.facts(), i * width, width);
                }
                System.arraycopy(dSituation.questions(), 0, share.questions, j * width, width);
            }
            return share;
        }

        /** Where the facts stand that a question is compared with; the right one, if there is one, first. */
        private int[] candidates(TrainingQuestion question, SplittableRandom random) {
            int m = question.facts().length;
            List<Integer> wrong = new ArrayList<>();
            List<Integer> chosen = new ArrayList<>();
            double[] likeness = new double[m];
            for (int i = 0; i < m; i++) {
                if (question.facts()[i] == question.fact()) {
                    chosen.add(i);
                } else if (question.facts()[i] != question.withheld()) {
                    wrong.add(i);
                    likeness[i] = Kernels.dot(question.similarities(), i * prior.length, prior, 0, prior.length);
                }
            }
            wrong.sort((a, b) -> Double.compare(likeness[b], likeness[a]));
            int wanted = Math.min(settings.candidates() - chosen.size(), wrong.size());
            int byChance = wanted == wrong.size() ? 0 : wanted / RANDOM_SHARE;
            for (int i = wanted - byChance; i < wanted; i++) {
                Collections.swap(wrong, i, random.nextInt(i, wrong.size()));
            }
            chosen.addAll(wrong.subList(0, wanted));
            return chosen.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** What some of a batch's questions add to the gradients and the loss. */
    private static final class Share {

        private final double[] gradient;
        private final double[] encoded;
        private final double[] questions;
        private double loss;

        Share(double[] gradient, double[] encoded, double[] questions) {
            this.gradient = gradient;
            this.encoded = encoded;
            this.questions = questions;
        }
    }
}
