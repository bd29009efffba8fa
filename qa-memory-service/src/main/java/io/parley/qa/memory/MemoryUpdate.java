package io.parley.qa.memory;

/**
 * What one hop makes of the memory: {@code m' = ReLU([m; c; q] · W + b)}, with weights of its own for each hop.
 *
 * @see <a href="https://arxiv.org/abs/1603.01417">Xiong et al. (2016), equation (13)</a>
 */
final class MemoryUpdate {

    private final int width;
    private final Block weights;
    private final Block bias;

    MemoryUpdate(ParameterLayout layout, String name, int width) {
        this.width = width;
        weights = layout.add(name + ".weights", 3 * width, width);
        bias = layout.add(name + ".bias", 1, width);
    }

    Block weights() {
        return weights;
    }

    /**
     * @param memory m, {@code [b × d]}
     * @param context c, {@code [b × d]}: what the gates let through
     * @param questions q, {@code [b × d]}
     * @return m', {@code [b × d]}, nowhere negative
     */
    double[] forward(double[] parameters, double[] memory, double[] context, double[] questions) {
        int b = memory.length / width;
        double[] next = Kernels.repeated(parameters, bias.offset(), width, b);
        int block = width * width;
        Kernels.addProductInPlace(next, memory, parameters, weights.offset(), b, width, width);
        Kernels.addProductInPlace(next, context, parameters, weights.offset() + block, b, width, width);
        Kernels.addProductInPlace(next, questions, parameters, weights.offset() + 2 * block, b, width, width);
        for (int k = 0; k < next.length; k++) {
            next[k] = Math.max(0, next[k]);
        }
        return next;
    }

    /**
     * Adds this hop's share to the gradients of the parameters and of its three inputs, each {@code [b × d]}.
     *
     * @param next what {@code forward} gave
     * @param dNext the loss's gradient for it
     */
    void backward(
            double[] parameters,
            double[] gradient,
            double[] memory,
            double[] context,
            double[] questions,
            double[] next,
            double[] dNext,
            double[] dMemory,
            double[] dContext,
            double[] dQuestions) {
        int b = next.length / width;
        double[] before = new double[next.length];
        for (int k = 0; k < next.length; k++) {
            before[k] = next[k] > 0 ? dNext[k] : 0;
        }
        int block = width * width;
        int w = weights.offset();
        Kernels.addTransposedProductInPlace(gradient, w, memory, before, b, width, width);
        Kernels.addTransposedProductInPlace(gradient, w + block, context, before, b, width, width);
        Kernels.addTransposedProductInPlace(gradient, w + 2 * block, questions, before, b, width, width);
        Kernels.addColumnSumsInPlace(gradient, bias.offset(), before, b, width);
        Kernels.addProductTransposedInPlace(dMemory, before, parameters, w, b, width, width);
        Kernels.addProductTransposedInPlace(dContext, before, parameters, w + block, b, width, width);
        Kernels.addProductTransposedInPlace(dQuestions, before, parameters, w + 2 * block, b, width, width);
    }
}
