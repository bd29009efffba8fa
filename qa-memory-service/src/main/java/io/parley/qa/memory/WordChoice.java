package io.parley.qa.memory;

/**
 * The answer module over a vocabulary: {@code [m; q] W + b}, the logit of every word, with m the last memory.
 *
 * @see <a href="https://arxiv.org/abs/1603.01417">Xiong et al. (2016), section 3: answer module</a>
 */
final class WordChoice {

    private final int width;
    private final int words;
    private final Block byMemory;
    private final Block byQuestion;
    private final Block bias;

    WordChoice(ParameterLayout layout, int width, int words) {
        this.width = width;
        this.words = words;
        byMemory = layout.add("answer.memory", width, words);
        byQuestion = layout.add("answer.question", width, words);
        bias = layout.add("answer.bias", 1, words);
    }

    Block byMemory() {
        return byMemory;
    }

    Block byQuestion() {
        return byQuestion;
    }

    /** Takes two {@code [b × d]}, gives {@code [b × words]}. */
    double[] forward(double[] parameters, double[] memory, double[] questions) {
        int b = memory.length / width;
        double[] logits = Kernels.repeated(parameters, bias.offset(), words, b);
        Kernels.addProductInPlace(logits, memory, parameters, byMemory.offset(), b, width, words);
        Kernels.addProductInPlace(logits, questions, parameters, byQuestion.offset(), b, width, words);
        return logits;
    }

    /** Adds this head's share to the gradients; {@code dLogits [b × words]}. */
    void backward(
            double[] parameters,
            double[] gradient,
            double[] memory,
            double[] questions,
            double[] dLogits,
            double[] dMemory,
            double[] dQuestions) {
        int b = memory.length / width;
        Kernels.addTransposedProductInPlace(gradient, byMemory.offset(), memory, dLogits, b, width, words);
        Kernels.addTransposedProductInPlace(gradient, byQuestion.offset(), questions, dLogits, b, width, words);
        Kernels.addColumnSumsInPlace(gradient, bias.offset(), dLogits, b, words);
        Kernels.addProductTransposedInPlace(dMemory, dLogits, parameters, byMemory.offset(), b, width, words);
        Kernels.addProductTransposedInPlace(dQuestions, dLogits, parameters, byQuestion.offset(), b, width, words);
    }
}
