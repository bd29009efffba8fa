package io.parley.qa.memory;

/**
 * The input module over facts that follow each other: each is read in the light of those before it and after it,
 * {@code F_i = →h_i + ←h_i}.
 *
 * @see <a href="https://arxiv.org/abs/1603.01417">Xiong et al. (2016), section 3.1, equations (5) to (7)</a>
 */
final class FusionLayer {

    private final GatedRecurrence onwards;
    private final GatedRecurrence back;

    FusionLayer(ParameterLayout layout, int width) {
        onwards = new GatedRecurrence(layout, "fusion.onwards", width, width, false);
        back = new GatedRecurrence(layout, "fusion.back", width, width, true);
    }

    GatedRecurrence onwards() {
        return onwards;
    }

    GatedRecurrence back() {
        return back;
    }

    /**
     * @param facts F, {@code [n × d]}
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Pass(GatedRecurrence.Pass onwards, GatedRecurrence.Pass back, double[] facts) {}

    /** @param sentences {@code [n × d]} */
    Pass forward(double[] parameters, double[] sentences, Segments stories) {
        GatedRecurrence.Pass before = onwards.forward(parameters, sentences, stories);
        GatedRecurrence.Pass after = back.forward(parameters, sentences, stories);
        double[] facts = before.states().clone();
        Kernels.addScaledInPlace(facts, 0, 1, after.states(), 0, facts.length);
        return new Pass(before, after, facts);
    }

    /** Adds this module's share to the gradients of the parameters and of the sentences, {@code [n × d]}. */
    void backward(
            double[] parameters,
            double[] gradient,
            double[] sentences,
            Segments stories,
            Pass pass,
            double[] dFacts,
            double[] dSentences) {
        onwards.backward(parameters, gradient, sentences, stories, pass.onwards(), dFacts, dSentences);
        back.backward(parameters, gradient, sentences, stories, pass.back(), dFacts, dSentences);
    }
}
