package io.parley.qa.memory;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Learns imprints: softmax regression {@code p = softmax(e V)} over the facts and "no fact fits", by Adam on the
 * cross-entropy. Every column of V starts along the mean of its questions, which alone is a classifier already, and the few
 * epochs after that only sharpen it.
 *
 * @see <a href="https://arxiv.org/abs/1703.05175">Snell et al. (2017), equation (1): a class is the mean of its examples</a>
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2014), algorithm 1: Adam</a>
 */
public final class ImprintTrainer {

    /** Length of every column at the start: the logit of a question that lies right on its mean. */
    private static final double START = 6;

    private static final int EPOCHS = 5;
    private static final int BATCH = 32;
    private static final double RATE = 0.07;
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final int facts;
    private final int columns;
    private final long seed;

    /** @param facts n, how many facts there are */
    public ImprintTrainer(int facts, long seed) {
        this.facts = facts;
        this.columns = facts + 1;
        this.seed = seed;
    }

    /**
     * Learns. The same questions and seed give the same numbers.
     *
     * @param encodings of the questions, {@code [questions][D]}; at least one
     * @param labels {@code [questions]}: the fact from 0 on, or {@link TrainingQuestion#NO_FACT}
     */
    public Imprints train(double[][] encodings, int[] labels) {
        double[] vectors = means(encodings, labels);
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
                addGradient(gradient, vectors, encodings, labels, batch);
                double rate = RATE * (1 - (double) update / updates);
                update++;
                double firstScale = 1 / (1 - StrictMath.pow(FIRST_DECAY, update));
                double secondScale = 1 / (1 - StrictMath.pow(SECOND_DECAY, update));
                for (int k = 0; k < vectors.length; k++) {
                    first[k] = FIRST_DECAY * first[k] + (1 - FIRST_DECAY) * gradient[k];
                    second[k] = SECOND_DECAY * second[k] + (1 - SECOND_DECAY) * gradient[k] * gradient[k];
                    vectors[k] -= rate * firstScale * first[k] / (Math.sqrt(secondScale * second[k]) + EPSILON);
                }
            }
        }
        return new Imprints(vectors, facts);
    }

    /** V at the start, {@code [D × (n + 1)]}; a column without questions is zero. */
    private double[] means(double[][] encodings, int[] labels) {
        int length = encodings[0].length;
        double[] vectors = new double[length * columns];
        double[] squares = new double[columns];
        for (int q = 0; q < labels.length; q++) {
            for (int k = 0; k < length; k++) {
                vectors[k * columns + column(labels[q])] += encodings[q][k];
            }
        }
        for (int k = 0; k < vectors.length; k++) {
            squares[k % columns] += vectors[k] * vectors[k];
        }
        for (int k = 0; k < vectors.length; k++) {
            vectors[k] *= squares[k % columns] == 0 ? 0 : START / Math.sqrt(squares[k % columns]);
        }
        return vectors;
    }

    /**
     * Adds the gradient of the batch's mean cross-entropy, {@code Eᵀ (P − Y) / |batch|}.
     *
     * @param gradient {@code [D × (n + 1)]}, added to
     * @return the mean cross-entropy
     */
    double addGradient(double[] gradient, double[] vectors, double[][] encodings, int[] labels, int[] batch) {
        int length = encodings[0].length;
        double[] asked = new double[batch.length * length];
        for (int b = 0; b < batch.length; b++) {
            System.arraycopy(encodings[batch[b]], 0, asked, b * length, length);
        }
        double[] logits = new double[batch.length * columns];
        Kernels.addProductInPlace(logits, asked, vectors, 0, batch.length, length, columns);
        double loss = 0;
        for (int b = 0; b < batch.length; b++) {
            int right = column(labels[batch[b]]);
            double[] probabilities = Kernels.softmax(Arrays.copyOfRange(logits, b * columns, (b + 1) * columns));
            loss -= StrictMath.log(probabilities[right]) / batch.length;
            probabilities[right] -= 1;
            for (int i = 0; i < columns; i++) {
                logits[b * columns + i] = probabilities[i] / batch.length;
            }
        }
        Kernels.addTransposedProductInPlace(gradient, 0, asked, logits, batch.length, length, columns);
        return loss;
    }

    private int column(int label) {
        return label == TrainingQuestion.NO_FACT ? facts : label;
    }
}
