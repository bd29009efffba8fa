package io.parley.qa.memory;

/**
 * The answer module over a campaign: the logit of fact i is
 * {@code f_i·(m A) + f_i·(q B) + r·s_i + γ Z_i}, with m the last memory and Z the logits of the last hop's gate.
 */
final class FactChoice {

    private final int width;
    private final int similarities;
    private final Block byMemory;
    private final Block byQuestion;
    private final Block bySimilarity;
    private final Block byGate;

    FactChoice(ParameterLayout layout, NetworkShape shape) {
        width = shape.width();
        similarities = shape.similarities();
        byMemory = layout.add("choice.memory", width, width);
        byQuestion = layout.add("choice.question", width, width);
        bySimilarity = layout.add("choice.similarity", similarities, 1);
        byGate = layout.add("choice.gate", 1, 1);
    }

    Block bySimilarity() {
        return bySimilarity;
    }

    Block byGate() {
        return byGate;
    }

    /**
     * @param memory {@code [d]}, after the last hop
     * @param gateLogits {@code [n]}, of the last hop
     * @return {@code [n]}, logits
     */
    double[] forward(double[] parameters, Situation situation, double[] memory, double[] gateLogits) {
        double[] wanted = wanted(parameters, situation, memory);
        double[] logits = new double[situation.count()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Kernels.dot(situation.facts(), i * width, wanted, 0, width)
                    + Kernels.dot(
                            situation.similarities(), i * similarities, parameters, bySimilarity.offset(), similarities)
                    + parameters[byGate.offset()] * gateLogits[i];
        }
        return logits;
    }

    /**
     * Adds this head's share to the gradients.
     *
     * @param dLogits {@code [n]}, the loss's gradient for the result
     * @param dMemory {@code [d]}, added to
     * @param dGateLogits {@code [n]}, added to
     */
    void backward(
            double[] parameters,
            double[] gradient,
            Situation situation,
            double[] memory,
            double[] gateLogits,
            double[] dLogits,
            Situation.Gradient dSituation,
            double[] dMemory,
            double[] dGateLogits) {
        double[] wanted = wanted(parameters, situation, memory);
        double[] dWanted = new double[width];
        for (int i = 0; i < dLogits.length; i++) {
            Kernels.addScaledInPlace(dWanted, 0, dLogits[i], situation.facts(), i * width, width);
            Kernels.addScaledInPlace(dSituation.facts(), i * width, dLogits[i], wanted, 0, width);
            Kernels.addScaledInPlace(
                    gradient,
                    bySimilarity.offset(),
                    dLogits[i],
                    situation.similarities(),
                    i * similarities,
                    similarities);
            gradient[byGate.offset()] += dLogits[i] * gateLogits[i];
            dGateLogits[i] += dLogits[i] * parameters[byGate.offset()];
        }
        Kernels.addTransposedProductInPlace(gradient, byMemory.offset(), memory, dWanted, 1, width, width);
        Kernels.addTransposedProductInPlace(
                gradient, byQuestion.offset(), situation.questions(), dWanted, 1, width, width);
        Kernels.addProductTransposedInPlace(dMemory, dWanted, parameters, byMemory.offset(), 1, width, width);
        Kernels.addProductTransposedInPlace(
                dSituation.questions(), dWanted, parameters, byQuestion.offset(), 1, width, width);
    }

    private double[] wanted(double[] parameters, Situation situation, double[] memory) {
        double[] wanted = new double[width];
        Kernels.addProductInPlace(wanted, memory, parameters, byMemory.offset(), 1, width, width);
        Kernels.addProductInPlace(wanted, situation.questions(), parameters, byQuestion.offset(), 1, width, width);
        return wanted;
    }
}
