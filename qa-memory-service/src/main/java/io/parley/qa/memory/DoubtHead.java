package io.parley.qa.memory;

import io.parley.neural.kernel.Squash;

/**
 * Whether no fact fits. Reads the question, the last memory and the evidence
 * {@code e = [max_i s_i1 … max_i s_iS; o₁/10; (o₁−o₂)/10]}, where o₁ and o₂ are the best two logits of the choice:
 * {@code v·tanh([q; m; e] W + b) + l·e + b₀}. A sum over facts stands nowhere in it, so that the number of facts does not
 * matter.
 */
final class DoubtHead {

    private static final int UNITS = 16;

    /** Logits are some ten times as large as similarities. */
    private static final double LOGIT_SCALE = 0.1;

    private final int width;
    private final int similarities;
    private final int inputs;
    private final Block hidden;
    private final Block hiddenBias;
    private final Block output;
    private final Block byEvidence;
    private final Block outputBias;

    DoubtHead(ParameterLayout layout, NetworkShape shape) {
        width = shape.width();
        similarities = shape.similarities();
        inputs = 2 * width + similarities + 2;
        hidden = layout.add("doubt.hidden", inputs, UNITS);
        hiddenBias = layout.add("doubt.hidden.bias", 1, UNITS);
        output = layout.add("doubt.output", UNITS, 1);
        byEvidence = layout.add("doubt.evidence", similarities + 2, 1);
        outputBias = layout.add("doubt.bias", 1, 1);
    }

    Block hidden() {
        return hidden;
    }

    Block byEvidence() {
        return byEvidence;
    }

    Block outputBias() {
        return outputBias;
    }

    /**
     * What it made of one question.
     *
     * @param inputs {@code [2d + S + 2]}
     * @param hidden {@code [units]}
     * @param best index of the fact with the largest logit
     * @param second index of the next, or −1 where there is one fact only
     * @param logit of "no fact fits"
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Reading(double[] inputs, double[] hidden, int best, int second, double logit) {}

    /**
     * @param memory {@code [d]}, after the last hop
     * @param choice {@code [n]}, the choice's logits
     */
    Reading forward(double[] parameters, Situation situation, double[] memory, double[] choice) {
        int best = best(choice, -1);
        int second = best(choice, best);
        double[] input = new double[inputs];
        System.arraycopy(situation.questions(), 0, input, 0, width);
        System.arraycopy(memory, 0, input, width, width);
        int evidence = 2 * width;
        for (int c = 0; c < similarities; c++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < situation.count(); i++) {
                max = Math.max(max, situation.similarities()[i * similarities + c]);
            }
            input[evidence + c] = max;
        }
        input[evidence + similarities] = LOGIT_SCALE * choice[best];
        input[evidence + similarities + 1] = LOGIT_SCALE * (choice[best] - (second < 0 ? 0 : choice[second]));
        double[] units = new double[UNITS];
        System.arraycopy(parameters, hiddenBias.offset(), units, 0, UNITS);
        Kernels.addProductInPlace(units, input, parameters, hidden.offset(), 1, inputs, UNITS);
        Squash.tanhInPlace(units, 0, units.length);
        double logit = parameters[outputBias.offset()]
                + Kernels.dot(units, 0, parameters, output.offset(), UNITS)
                + Kernels.dot(input, evidence, parameters, byEvidence.offset(), similarities + 2);
        return new Reading(input, units, best, second, logit);
    }

    /**
     * Adds this head's share to the gradients.
     *
     * @param dLogit the loss's gradient for the reading's logit
     * @param dMemory {@code [d]}, added to
     * @param dChoice {@code [n]}, added to
     */
    void backward(
            double[] parameters,
            double[] gradient,
            Reading reading,
            double dLogit,
            Situation.Gradient dSituation,
            double[] dMemory,
            double[] dChoice) {
        double[] dUnits = new double[UNITS];
        Kernels.addScaledInPlace(dUnits, 0, dLogit, parameters, output.offset(), UNITS);
        Kernels.addScaledInPlace(gradient, output.offset(), dLogit, reading.hidden(), 0, UNITS);
        int evidence = 2 * width;
        Kernels.addScaledInPlace(gradient, byEvidence.offset(), dLogit, reading.inputs(), evidence, similarities + 2);
        gradient[outputBias.offset()] += dLogit;
        double[] before = Kernels.tanhBackward(reading.hidden(), dUnits);
        Kernels.addTransposedProductInPlace(gradient, hidden.offset(), reading.inputs(), before, 1, inputs, UNITS);
        Kernels.addScaledInPlace(gradient, hiddenBias.offset(), 1, before, 0, UNITS);
        double[] dInput = new double[inputs];
        Kernels.addScaledInPlace(dInput, evidence, dLogit, parameters, byEvidence.offset(), similarities + 2);
        Kernels.addProductTransposedInPlace(dInput, before, parameters, hidden.offset(), 1, inputs, UNITS);
        Kernels.addScaledInPlace(dSituation.questions(), 0, 1, dInput, 0, width);
        Kernels.addScaledInPlace(dMemory, 0, 1, dInput, width, width);
        double byBest = LOGIT_SCALE * dInput[evidence + similarities];
        double byLead = LOGIT_SCALE * dInput[evidence + similarities + 1];
        dChoice[reading.best()] += byBest + byLead;
        if (reading.second() >= 0) {
            dChoice[reading.second()] -= byLead;
        }
    }

    private static int best(double[] logits, int except) {
        int best = -1;
        for (int i = 0; i < logits.length; i++) {
            if (i != except && (best < 0 || logits[i] > logits[best])) {
                best = i;
            }
        }
        return best;
    }
}
