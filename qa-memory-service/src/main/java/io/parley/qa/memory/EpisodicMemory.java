package io.parley.qa.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the facts several times; what was found on one hop decides what the next looks for. The memory starts as the
 * question, {@code m⁰ = q}; a hop lets {@code c = Σ_i g_i f_i} through its gates and updates the memory with it. No head
 * is known here.
 *
 * @see <a href="https://arxiv.org/abs/1603.01417">Xiong et al. (2016), section 3.3</a>
 */
final class EpisodicMemory {

    private final AttentionGate gate;
    private final List<MemoryUpdate> updates = new ArrayList<>();

    EpisodicMemory(ParameterLayout layout, NetworkShape shape) {
        gate = new AttentionGate(layout, shape);
        for (int hop = 1; hop <= shape.hops(); hop++) {
            updates.add(new MemoryUpdate(layout, "memory.hop" + hop, shape.width()));
        }
    }

    AttentionGate gate() {
        return gate;
    }

    List<MemoryUpdate> updates() {
        return List.copyOf(updates);
    }

    /**
     * One hop.
     *
     * @param memory {@code [b × d]}, before it
     * @param pass the look at the facts
     * @param context c, {@code [b × d]}
     * @param next {@code [b × d]}, the memory behind it
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Hop(double[] memory, AttentionGate.Pass pass, double[] context, double[] next) {}

    /** Every hop, in order; never empty. */
    List<Hop> forward(double[] parameters, Situation situation) {
        int width = situation.width();
        int[] story = situation.stories().partOfRow();
        List<Hop> hops = new ArrayList<>();
        double[] memory = situation.questions();
        for (MemoryUpdate update : updates) {
            AttentionGate.Pass pass = gate.forward(parameters, situation, memory);
            double[] context = new double[memory.length];
            for (int i = 0; i < situation.count(); i++) {
                Kernels.addScaledInPlace(
                        context, story[i] * width, pass.gates()[i], situation.facts(), i * width, width);
            }
            double[] next = update.forward(parameters, memory, context, situation.questions());
            hops.add(new Hop(memory, pass, context, next));
            memory = next;
        }
        return hops;
    }

    /**
     * Adds every hop's share to the gradients.
     *
     * @param hops what {@code forward} gave
     * @param dLogits for each hop, {@code [n]}: the loss's gradient for the gate's logits, from whoever read them directly
     * @param dMemory {@code [b × d]}: the loss's gradient for the last memory
     */
    void backward(
            double[] parameters,
            double[] gradient,
            Situation situation,
            List<Hop> hops,
            List<double[]> dLogits,
            double[] dMemory,
            Situation.Gradient dSituation) {
        int width = situation.width();
        int[] story = situation.stories().partOfRow();
        double[] dNext = dMemory.clone();
        for (int t = hops.size() - 1; t >= 0; t--) {
            Hop hop = hops.get(t);
            double[] dPrevious = new double[dNext.length];
            double[] dContext = new double[dNext.length];
            updates.get(t)
                    .backward(
                            parameters,
                            gradient,
                            hop.memory(),
                            hop.context(),
                            situation.questions(),
                            hop.next(),
                            dNext,
                            dPrevious,
                            dContext,
                            dSituation.questions());
            double[] gates = hop.pass().gates();
            double[] dGates = new double[gates.length];
            for (int i = 0; i < gates.length; i++) {
                int asked = story[i] * width;
                dGates[i] = Kernels.dot(dContext, asked, situation.facts(), i * width, width);
                Kernels.addScaledInPlace(dSituation.facts(), i * width, gates[i], dContext, asked, width);
            }
            double[] dGateLogits = Kernels.softmaxBackward(gates, dGates, situation.stories());
            Kernels.addScaledInPlace(dGateLogits, 0, 1, dLogits.get(t), 0, gates.length);
            gate.backward(
                    parameters, gradient, situation, hop.memory(), hop.pass(), dGateLogits, dSituation, dPrevious);
            dNext = dPrevious;
        }
        Kernels.addScaledInPlace(dSituation.questions(), 0, 1, dNext, 0, dNext.length);
    }
}
