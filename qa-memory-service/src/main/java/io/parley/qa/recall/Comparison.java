package io.parley.qa.recall;

/**
 * One text against everything in a memory. A training holds one for every question, so cosines have 32 bits.
 *
 * @param place {@code [D]}, the text's encoding seen from the memory's centre
 * @param askings {@code [askings]}, cosines of the encodings
 * @param wordings {@code [askings]}, cosines of the wordings
 * @param answers {@code [facts]}, cosines of the encodings
 * @param answerWordings {@code [facts]}, cosines of the wordings
 * @param readings {@code [facts]}, of the imprints; not a number where a fact has none
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
record Comparison(
        double[] place, float[] askings, float[] wordings, float[] answers, float[] answerWordings, double[] readings) {

    Comparison withReadings(double[] others) {
        return new Comparison(place, askings, wordings, answers, answerWordings, others);
    }
}
