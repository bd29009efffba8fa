package io.parley.qa.memory;

/**
 * A vector for every word of a small vocabulary, and what a sentence makes of them:
 * {@code Σ_j l_j ∘ E[w_j]} with {@code l_jk = (1 − j/M) − (k/d)(1 − 2j/M)}, j and k counted from 1, M the sentence's length.
 * The weights keep the order of the words. A word that was never learned adds nothing.
 *
 * @see <a href="https://arxiv.org/abs/1503.08895">Sukhbaatar et al. (2015), section 4.1: position encoding</a>
 */
final class WordVectors {

    private final int width;
    private final Block vectors;

    WordVectors(ParameterLayout layout, int words, int width) {
        this.width = width;
        vectors = layout.add("words", words, width);
    }

    Block vectors() {
        return vectors;
    }

    /** {@code [sentences × d]}. */
    double[] sentences(double[] parameters, int[][] sentences) {
        double[] result = new double[sentences.length * width];
        for (int s = 0; s < sentences.length; s++) {
            int[] words = sentences[s];
            for (int j = 0; j < words.length; j++) {
                if (words[j] >= 0) {
                    int vector = vectors.offset() + words[j] * width;
                    for (int k = 0; k < width; k++) {
                        result[s * width + k] += weight(j, k, words.length) * parameters[vector + k];
                    }
                }
            }
        }
        return result;
    }

    /** Adds the sentences' share to the gradient; {@code dSentences [sentences × d]}. */
    void sentencesBackward(double[] gradient, int[][] sentences, double[] dSentences) {
        for (int s = 0; s < sentences.length; s++) {
            int[] words = sentences[s];
            for (int j = 0; j < words.length; j++) {
                if (words[j] >= 0) {
                    int vector = vectors.offset() + words[j] * width;
                    for (int k = 0; k < width; k++) {
                        gradient[vector + k] += weight(j, k, words.length) * dSentences[s * width + k];
                    }
                }
            }
        }
    }

    /** Every word by itself, one behind the other, {@code [words × d]}. */
    double[] words(double[] parameters, int[] words) {
        double[] result = new double[words.length * width];
        for (int j = 0; j < words.length; j++) {
            if (words[j] >= 0) {
                System.arraycopy(parameters, vectors.offset() + words[j] * width, result, j * width, width);
            }
        }
        return result;
    }

    /** Adds the words' share to the gradient; {@code dWords [words × d]}. */
    void wordsBackward(double[] gradient, int[] words, double[] dWords) {
        for (int j = 0; j < words.length; j++) {
            if (words[j] >= 0) {
                Kernels.addScaledInPlace(gradient, vectors.offset() + words[j] * width, 1, dWords, j * width, width);
            }
        }
    }

    private double weight(int j, int k, int length) {
        double place = (j + 1.0) / length;
        return (1 - place) - (k + 1.0) / width * (1 - 2 * place);
    }
}
