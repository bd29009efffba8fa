package io.parley.qa.memory;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns imprints: softmax regression {@code p = softmax(V e)} over the facts and "no fact fits", by Adam on the
 * cross-entropy. Every row of V starts along the mean of its questions, which alone is a classifier already, and the few
 * epochs after that only sharpen it.
 *
 * @see <a href="https://arxiv.org/abs/1703.05175">Snell et al. (2017), equations (1) and (8): a class is its mean</a>
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2014), algorithm 1: Adam</a>
 */
public final class ImprintTrainer {

    /** Length of every row at the start: the logit of a question that lies right on its mean. */
    private static final double START = 6;

    private static final int EPOCHS = 5;
    private static final int BATCH = 32;
    private static final double RATE = 0.07;
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final int facts;
    private final long seed;

    /** @param facts n, how many facts there are */
    public ImprintTrainer(int facts, long seed) {
        this.facts = facts;
        this.seed = seed;
    }

    /**
     * Learns. The same questions and seed give the same numbers.
     *
     * @param encodings of the questions, {@code [questions][D]}; at least one
     * @param labels {@code [questions]}: the fact from 0 on, or {@link TrainingQuestion#NO_FACT}
     */
    public Imprints train(double[][] encodings, int[] labels) {
        int length = encodings[0].length;
        double[] vectors = means(encodings, labels, length);
        double[] first = new double[vectors.length];
        double[] second = new double[vectors.length];
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, labels.length).toArray();
        int updates = EPOCHS * Math.ceilDiv(order.length, BATCH);
        int update = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Kernels.shuffleInPlace(order, random);
            for (int from = 0; from < order.length; from += BATCH) {
                int[] batch = Arrays.copyOfRange(order, from, Math.min(order.length, from + BATCH));
                double[] gradient = new double[vectors.length];
                addGradientInPlace(gradient, vectors, encodings, labels, batch);
                double rate = RATE * (1 - (double) update / updates);
                update++;
                double firstScale = 1 / (1 - StrictMath.pow(FIRST_DECAY, update));
                double secondScale = 1 / (1 - StrictMath.pow(SECOND_DECAY, update));
                for (int k = 0; k < vectors.length; k++) {
                    first[k] = FIRST_DECAY * first[k] + (1 - FIRST_DECAY) * gradient[k];
                    second[k] = SECOND_DECAY * second[k] + (1 - SECOND_DECAY) * gradient[k] * gradient[k];
                    vectors[k] -=
                            rate * firstScale * first[k] / (Math.sqrt(secondScale * second[k]) + EPSILON);
                }
            }
        }
        return new Imprints(vectors, facts);
    }

    /** V at the start, {@code [(n + 1) × D]}; a row without questions is zero. */
    private double[] means(double[][] encodings, int[] labels, int length) {
        double[] vectors = new double[(facts + 1) * length];
        for (int q = 0; q < labels.length; q++) {
            Kernels.addScaledInPlace(vectors, row(labels[q]) * length, 1, encodings[q], 0, length);
        }
        for (int row = 0; row <= facts; row++) {
            double norm = Math.sqrt(Kernels.dot(vectors, row * length, vectors, row * length, length));
            for (int k = row * length; k < (row + 1) * length && norm > 0; k++) {
                vectors[k] *= START / norm;
            }
        }
        return vectors;
    }

    /** The mean cross-entropy of a batch. */
    double loss(double[] vectors, double[][] encodings, int[] labels, int[] batch) {
        double loss = 0;
        for (int question : batch) {
            double[] probabilities = probabilities(vectors, encodings[question]);
            loss -= StrictMath.log(probabilities[row(labels[question])]) / batch.length;
        }
        return loss;
    }

    /** Adds the gradient of {@link #loss}: {@code Σ_q (p_q − 1_q) e_qᵀ / |batch|}. */
    void addGradientInPlace(
            double[] gradient, double[] vectors, double[][] encodings, int[] labels, int[] batch) {
        for (int question : batch) {
            double[] encoding = encodings[question];
            double[] difference = probabilities(vectors, encoding);
            difference[row(labels[question])] -= 1;
            for (int row = 0; row <= facts; row++) {
                Kernels.addScaledInPlace(
                        gradient,
                        row * encoding.length,
                        difference[row] / batch.length,
                        encoding,
                        0,
                        encoding.length);
            }
        }
    }

    private double[] probabilities(double[] vectors, double[] encoding) {
        double[] logits = new double[facts + 1];
        for (int row = 0; row <= facts; row++) {
            logits[row] = Kernels.dot(encoding, 0, vectors, row * encoding.length, encoding.length);
        }
        return Kernels.softmax(logits);
    }

    private int row(int label) {
        return label == TrainingQuestion.NO_FACT ? facts : label;
    }
}
