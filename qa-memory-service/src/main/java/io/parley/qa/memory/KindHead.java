package io.parley.qa.memory;

/** Whether the customer hesitates rather than asks, by the question alone: the logit is {@code w·q + b}. */
final class KindHead {

    private final int width;
    private final Block weights;
    private final Block bias;

    KindHead(ParameterLayout layout, NetworkShape shape) {
        width = shape.width();
        weights = layout.add("kind.weights", width, 1);
        bias = layout.add("kind.bias", 1, 1);
    }

    /** The logit of "hesitates". */
    double forward(double[] parameters, Situation situation) {
        return parameters[bias.offset()] + Kernels.dot(situation.questions(), 0, parameters, weights.offset(), width);
    }

    /**
     * Adds this head's share to the gradients.
     *
     * @param dLogit the loss's gradient for the result
     */
    void backward(
            double[] parameters, double[] gradient, Situation situation, double dLogit, Situation.Gradient dSituation) {
        gradient[bias.offset()] += dLogit;
        Kernels.addScaledInPlace(gradient, weights.offset(), dLogit, situation.questions(), 0, width);
        Kernels.addScaledInPlace(dSituation.questions(), 0, dLogit, parameters, weights.offset(), width);
    }
}
