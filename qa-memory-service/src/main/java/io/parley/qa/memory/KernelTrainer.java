package io.parley.qa.memory;

import io.parley.neural.nd4j.SymmetricMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Learns kernel imprints: kernel ridge regression of "fits" (1 or 0) for each of the facts and for "no fact fits",
 * {@code A = (K + λI)⁻¹ Y}, whose last column {@code a_n} is "no fact fits". A fact that surely fits is to read as s, as far
 * above nothing as with softmax imprints, so the weights are {@code v_i = s (a_i − a_n)}. What the texts of a part would be read as had they not been learned from follows from the
 * inverse G of {@code K + λI}: {@code Y_P − G_PP⁻¹ A_P}.
 *
 * @see <a href="https://hdl.handle.net/1721.1/37318">Rifkin and Lippert (2007): Notes on Regularized Least Squares, where
 *     one text at a time is left out</a>
 */
public final class KernelTrainer {

    /** λ: how little a single text is believed. */
    private static final double RIDGE = 0.05;

    /** s: about what softmax imprints read where a fact surely fits. */
    private static final double SURE = 8;

    private final int facts;

    /** @param facts n, how many facts there are */
    public KernelTrainer(int facts) {
        this.facts = facts;
    }

    /**
     * What came of it.
     *
     * @param unseen {@code [m][n]}: how each text is read by what learned from all but its part
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    public record Learned(KernelImprints imprints, double[][] unseen) {}

    /**
     * Learns. The same texts give the same numbers.
     *
     * @param places of the texts, {@code [m][D]}, of length 1; at least one
     * @param labels {@code [m]}: the fact from 0 on, or {@link TrainingQuestion#NO_FACT}
     * @param parts {@code [m]}: the part of each text, from 0 on
     */
    public Learned train(float[][] places, int[] labels, int[] parts) {
        try (SymmetricMatrix kernel = SymmetricMatrix.products(places)) {
            kernel.map(KernelImprints::kernel, RIDGE);
            kernel.factor();
            float[][] right = targets(labels);
            float[][] solved = kernel.solve(right);
            kernel.invert();
            double[][] unseen = new double[labels.length][];
            for (int part : IntStream.of(parts).distinct().toArray()) {
                readUnseen(kernel, members(parts, part), right, solved, unseen);
            }
            return new Learned(new KernelImprints(weights(solved, labels.length), labels.length, facts), unseen);
        }
    }

    /** {@code [n + 1][m]}; the last row is "no fact fits". */
    private float[][] targets(int[] labels) {
        float[][] targets = new float[facts + 1][labels.length];
        for (int j = 0; j < labels.length; j++) {
            targets[labels[j] == TrainingQuestion.NO_FACT ? facts : labels[j]][j] = 1;
        }
        return targets;
    }

    private float[] weights(float[][] solved, int texts) {
        float[] weights = new float[texts * facts];
        for (int j = 0; j < texts; j++) {
            for (int i = 0; i < facts; i++) {
                weights[j * facts + i] = (float) (SURE * (solved[i][j] - solved[facts][j]));
            }
        }
        return weights;
    }

    private static int[] members(int[] parts, int part) {
        return IntStream.range(0, parts.length).filter(j -> parts[j] == part).toArray();
    }

    private void readUnseen(
            SymmetricMatrix inverse, int[] members, float[][] right, float[][] solved, double[][] unseen) {
        try (SymmetricMatrix block = inverse.only(members)) {
            block.factor();
            float[][] missed = block.solve(
                    Arrays.stream(solved).map(column -> picked(column, members)).toArray(float[][]::new));
            for (int k = 0; k < members.length; k++) {
                int j = members[k];
                double none = right[facts][j] - missed[facts][k];
                unseen[j] = new double[facts];
                for (int i = 0; i < facts; i++) {
                    unseen[j][i] = SURE * (right[i][j] - missed[i][k] - none);
                }
            }
        }
    }

    private static float[] picked(float[] from, int[] numbers) {
        float[] picked = new float[numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            picked[k] = from[numbers[k]];
        }
        return picked;
    }
}
