package io.parley.qa.recall;

import java.util.Arrays;

/**
 * One text against the facts of a memory, or against the likeliest of them where there are thousands. Askings are numbered
 * through, fact after fact. A training holds a comparison for every question, so cosines have 32 bits.
 *
 * @param place {@code [D]}, the text's encoding seen from the memory's centre
 * @param facts {@code [m]}, rows of the facts compared, rising
 * @param firstAsking {@code [m + 1]}; the askings of fact i go from {@code firstAsking[i]} to before that of the next
 * @param askings {@code [askings]}, cosines of the encodings
 * @param wordings {@code [askings]}, cosines of the wordings
 * @param answers {@code [m]}, cosines of the encodings
 * @param answerWordings {@code [m]}, cosines of the wordings
 * @param readings {@code [m]}, of the imprints; not a number where a fact has none
 * @param kernelReadings {@code [m]}, of the kernel imprints; not a number where a fact has none
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
record Comparison(
        double[] place,
        int[] facts,
        int[] firstAsking,
        float[] askings,
        float[] wordings,
        float[] answers,
        float[] answerWordings,
        double[] readings,
        double[] kernelReadings) {

    Comparison withReadings(double[] others, double[] kernelOthers) {
        return new Comparison(
                place, facts, firstAsking, askings, wordings, answers, answerWordings, others, kernelOthers);
    }

    /** Where a row stands among the facts compared; negative if it does not. */
    int at(int row) {
        return Arrays.binarySearch(facts, row);
    }
}
