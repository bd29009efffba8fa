package io.parley.qa.memory;

import io.parley.neural.kernel.Squash;

/**
 * How strongly each fact is looked at on one hop. With {@code z_i = [f_i∘q; f_i∘m; |f_i−q|; |f_i−m|]}, the logit of fact i
 * is {@code w₂·tanh(z_i W₁ + b₁) + u·s_i}, and the gates are the softmax over the facts. The linear term in the
 * similarities s is ours: it lets a fact be found that came after training.
 *
 * @see <a href="https://arxiv.org/abs/1603.01417">Xiong et al. (2016), equations (8) to (10)</a>
 */
final class AttentionGate {

    private final int width;
    private final int units;
    private final int similarities;
    private final Block hidden;
    private final Block hiddenBias;
    private final Block output;
    private final Block similarity;

    AttentionGate(ParameterLayout layout, NetworkShape shape) {
        width = shape.width();
        units = shape.gateUnits();
        similarities = shape.similarities();
        hidden = layout.add("gate.hidden", 4 * width, units);
        hiddenBias = layout.add("gate.hidden.bias", 1, units);
        output = layout.add("gate.output", units, 1);
        similarity = layout.add("gate.similarity", similarities, 1);
    }

    Block hidden() {
        return hidden;
    }

    Block output() {
        return output;
    }

    Block similarity() {
        return similarity;
    }

    /**
     * One look at the facts.
     *
     * @param features z, {@code [n × 4d]}
     * @param hidden {@code [n × H]}
     * @param logits {@code [n]}
     * @param gates {@code [n]}, summing to 1 over the facts of each question
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Pass(double[] features, double[] hidden, double[] logits, double[] gates) {}

    /** @param memory m, {@code [b × d]}, after the previous hop */
    Pass forward(double[] parameters, Situation situation, double[] memory) {
        int n = situation.count();
        double[] facts = situation.facts();
        double[] questions = situation.questions();
        int[] story = situation.stories().partOfRow();
        double[] features = new double[n * 4 * width];
        for (int i = 0; i < n; i++) {
            int fact = i * width;
            int asked = story[i] * width;
            int z = i * 4 * width;
            for (int k = 0; k < width; k++) {
                double f = facts[fact + k];
                double q = questions[asked + k];
                double m = memory[asked + k];
                features[z + k] = f * q;
                features[z + width + k] = f * m;
                features[z + 2 * width + k] = Math.abs(f - q);
                features[z + 3 * width + k] = Math.abs(f - m);
            }
        }
        double[] units = new double[n * this.units];
        for (int i = 0; i < n; i++) {
            System.arraycopy(parameters, hiddenBias.offset(), units, i * this.units, this.units);
        }
        Kernels.addProductInPlace(units, features, parameters, hidden.offset(), n, 4 * width, this.units);
        Squash.tanhInPlace(units, 0, units.length);
        double[] logits = new double[n];
        for (int i = 0; i < n; i++) {
            logits[i] = Kernels.dot(units, i * this.units, parameters, output.offset(), this.units)
                    + Kernels.dot(
                            situation.similarities(), i * similarities, parameters, similarity.offset(), similarities);
        }
        return new Pass(features, units, logits, Kernels.softmax(logits, situation.stories()));
    }

    /**
     * Adds this pass's share to the gradients.
     *
     * @param dLogits {@code [n]}, the loss's gradient for the logits
     * @param dMemory {@code [b × d]}, added to: the gradient for the memory the pass read
     */
    void backward(
            double[] parameters,
            double[] gradient,
            Situation situation,
            double[] memory,
            Pass pass,
            double[] dLogits,
            Situation.Gradient dSituation,
            double[] dMemory) {
        int n = situation.count();
        double[] dHidden = new double[n * units];
        for (int i = 0; i < n; i++) {
            Kernels.addScaledInPlace(dHidden, i * units, dLogits[i], parameters, output.offset(), units);
            Kernels.addScaledInPlace(gradient, output.offset(), dLogits[i], pass.hidden(), i * units, units);
            Kernels.addScaledInPlace(
                    gradient,
                    similarity.offset(),
                    dLogits[i],
                    situation.similarities(),
                    i * similarities,
                    similarities);
        }
        double[] before = Kernels.tanhBackward(pass.hidden(), dHidden);
        Kernels.addTransposedProductInPlace(gradient, hidden.offset(), pass.features(), before, n, 4 * width, units);
        Kernels.addColumnSumsInPlace(gradient, hiddenBias.offset(), before, n, units);
        double[] dFeatures = new double[n * 4 * width];
        Kernels.addProductTransposedInPlace(dFeatures, before, parameters, hidden.offset(), n, 4 * width, units);
        double[] facts = situation.facts();
        double[] questions = situation.questions();
        int[] story = situation.stories().partOfRow();
        double[] dFacts = dSituation.facts();
        double[] dQuestions = dSituation.questions();
        for (int i = 0; i < n; i++) {
            int fact = i * width;
            int asked = story[i] * width;
            int z = i * 4 * width;
            for (int k = 0; k < width; k++) {
                double f = facts[fact + k];
                double q = questions[asked + k];
                double m = memory[asked + k];
                double byQuestion = dFeatures[z + k];
                double byMemory = dFeatures[z + width + k];
                double fromQuestion = Math.signum(f - q) * dFeatures[z + 2 * width + k];
                double fromMemory = Math.signum(f - m) * dFeatures[z + 3 * width + k];
                dFacts[fact + k] += byQuestion * q + byMemory * m + fromQuestion + fromMemory;
                dQuestions[asked + k] += byQuestion * f - fromQuestion;
                dMemory[asked + k] += byMemory * f - fromMemory;
            }
        }
    }
}
