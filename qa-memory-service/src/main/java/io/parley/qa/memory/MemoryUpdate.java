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
     * @param memory m, {@code [d]}
     * @param context c, {@code [d]}: what the gates let through
     * @param question q, {@code [d]}
     * @return m', {@code [d]}, nowhere negative
     */
    double[] forward(double[] parameters, double[] memory, double[] context, double[] question) {
        double[] next = new double[width];
        System.arraycopy(parameters, bias.offset(), next, 0, width);
        int block = width * width;
        Kernels.addProductInPlace(next, memory, parameters, weights.offset(), 1, width, width);
        Kernels.addProductInPlace(next, context, parameters, weights.offset() + block, 1, width, width);
        Kernels.addProductInPlace(next, question, parameters, weights.offset() + 2 * block, 1, width, width);
        for (int k = 0; k < width; k++) {
            next[k] = Math.max(0, next[k]);
        }
        return next;
    }

    /**
     * Adds this hop's share to the gradients of the parameters and of its three inputs, each {@code [d]}.
     *
     * @param next what {@code forward} gave
     * @param dNext the loss's gradient for it
     */
    void backward(
            double[] parameters,
            double[] gradient,
            double[] memory,
            double[] context,
            double[] question,
            double[] next,
            double[] dNext,
            double[] dMemory,
            double[] dContext,
            double[] dQuestion) {
        double[] before = new double[width];
        for (int k = 0; k < width; k++) {
            before[k] = next[k] > 0 ? dNext[k] : 0;
        }
        int block = width * width;
        int w = weights.offset();
        Kernels.addTransposedProductInPlace(gradient, w, memory, before, 1, width, width);
        Kernels.addTransposedProductInPlace(gradient, w + block, context, before, 1, width, width);
        Kernels.addTransposedProductInPlace(gradient, w + 2 * block, question, before, 1, width, width);
        Kernels.addScaledInPlace(gradient, bias.offset(), 1, before, 0, width);
        Kernels.addProductTransposedInPlace(dMemory, before, parameters, w, 1, width, width);
        Kernels.addProductTransposedInPlace(dContext, before, parameters, w + block, 1, width, width);
        Kernels.addProductTransposedInPlace(dQuestion, before, parameters, w + 2 * block, 1, width, width);
    }
}
