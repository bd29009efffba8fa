package io.parley.qa.memory;

import io.parley.neural.kernel.Squash;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A gated recurrent unit over several sequences at once. Step t of one sequence is
 * {@code z = σ(x W_z + h U_z + b_z)}, {@code r = σ(x W_r + h U_r + b_r)}, {@code c = tanh(x W_c + r∘(h U_c) + b_c)},
 * {@code h' = z∘h + (1−z)∘c}, from {@code h = 0} on.
 *
 * @see <a href="https://arxiv.org/abs/1506.07285">Kumar et al. (2016), equations (1) to (4)</a>
 */
final class GatedRecurrence {

    private final int width;
    private final Block input;
    private final Block recurrent;
    private final Block bias;
    private final boolean backwards;

    /**
     * @param backwards whether it reads every sequence from its end
     */
    GatedRecurrence(ParameterLayout layout, String name, int inputs, int width, boolean backwards) {
        this.width = width;
        this.backwards = backwards;
        input = layout.add(name + ".input", inputs, 3 * width);
        recurrent = layout.add(name + ".recurrent", width, 3 * width);
        bias = layout.add(name + ".bias", 1, 3 * width);
    }

    Block input() {
        return input;
    }

    Block recurrent() {
        return recurrent;
    }

    /**
     * What it made of the sequences. Rows are in the order of the inputs, whichever way they were read.
     *
     * @param states h' after every step, {@code [n × d]}
     * @param gates z, r and c, {@code [n × 3d]}
     * @param recalled h U_c, {@code [n × d]}
     * @param before h, {@code [n × d]}
     */
    @SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
    record Pass(double[] states, double[] gates, double[] recalled, double[] before) {}

    /** @param x {@code [n × inputs]} */
    Pass forward(double[] parameters, double[] x, Segments sequences) {
        int n = sequences.rows();
        int wide = 3 * width;
        double[] gates = Kernels.repeated(parameters, bias.offset(), wide, n);
        Kernels.addProductInPlace(gates, x, parameters, input.offset(), n, input.rows(), wide);
        Pass pass = new Pass(new double[n * width], gates, new double[n * width], new double[n * width]);
        Order order = new Order(sequences);
        double[] h = new double[sequences.parts() * width];
        for (int step = 0; step < order.steps(); step++) {
            int active = order.active(step);
            double[] product = new double[active * wide];
            Kernels.addProductInPlace(product, h, parameters, recurrent.offset(), active, width, wide);
            for (int a = 0; a < active; a++) {
                step(pass, order.row(a, step), product, a * wide, h, a * width);
            }
        }
        return pass;
    }

    private void step(Pass pass, int row, double[] product, int from, double[] h, int at) {
        int state = row * width;
        int gate = 3 * state;
        int candidate = gate + 2 * width;
        double[] gates = pass.gates();
        System.arraycopy(h, at, pass.before(), state, width);
        System.arraycopy(product, from + 2 * width, pass.recalled(), state, width);
        Kernels.addScaledInPlace(gates, gate, 1, product, from, 2 * width);
        Squash.sigmoidInPlace(gates, gate, 2 * width);
        for (int k = 0; k < width; k++) {
            gates[candidate + k] += gates[gate + width + k] * product[from + 2 * width + k];
        }
        Squash.tanhInPlace(gates, candidate, width);
        for (int k = 0; k < width; k++) {
            double z = gates[gate + k];
            double next = z * h[at + k] + (1 - z) * gates[candidate + k];
            h[at + k] = next;
            pass.states()[state + k] = next;
        }
    }

    /**
     * Adds this layer's share to the gradients.
     *
     * @param x {@code [n × inputs]}
     * @param pass what {@code forward} gave
     * @param dStates {@code [n × d]}: the loss's gradient for the states
     * @param dx {@code [n × inputs]}, added to
     */
    void backward(
            double[] parameters,
            double[] gradient,
            double[] x,
            Segments sequences,
            Pass pass,
            double[] dStates,
            double[] dx) {
        int n = sequences.rows();
        int wide = 3 * width;
        double[] dInput = new double[n * wide];
        double[] dRecurrent = new double[n * wide];
        double[] transposed = Kernels.transposed(parameters, recurrent.offset(), width, wide);
        Order order = new Order(sequences);
        double[] dh = new double[sequences.parts() * width];
        for (int step = order.steps() - 1; step >= 0; step--) {
            int active = order.active(step);
            double[] dProduct = new double[active * wide];
            for (int a = 0; a < active; a++) {
                int row = order.row(a, step);
                stepBackward(pass, row, dStates, dh, a * width, dInput, dRecurrent);
                System.arraycopy(dRecurrent, row * wide, dProduct, a * wide, wide);
            }
            Kernels.addProductInPlace(dh, dProduct, transposed, 0, active, wide, width);
        }
        Kernels.addTransposedProductInPlace(gradient, recurrent.offset(), pass.before(), dRecurrent, n, width, wide);
        Kernels.addTransposedProductInPlace(gradient, input.offset(), x, dInput, n, input.rows(), wide);
        Kernels.addColumnSumsInPlace(gradient, bias.offset(), dInput, n, wide);
        Kernels.addProductTransposedInPlace(dx, dInput, parameters, input.offset(), n, input.rows(), wide);
    }

    /** Turns dh from the gradient for h' into the part of that for h which does not come by way of the product h U. */
    private void stepBackward(
            Pass pass, int row, double[] dStates, double[] dh, int at, double[] dInput, double[] dRecurrent) {
        int state = row * width;
        int update = 3 * state;
        int reset = update + width;
        int candidate = reset + width;
        double[] gates = pass.gates();
        for (int k = 0; k < width; k++) {
            double z = gates[update + k];
            double r = gates[reset + k];
            double c = gates[candidate + k];
            double dNext = dh[at + k] + dStates[state + k];
            double dUpdate = dNext * (pass.before()[state + k] - c) * z * (1 - z);
            double dCandidate = dNext * (1 - z) * (1 - c * c);
            double dReset = dCandidate * pass.recalled()[state + k] * r * (1 - r);
            dInput[update + k] = dUpdate;
            dInput[reset + k] = dReset;
            dInput[candidate + k] = dCandidate;
            dRecurrent[update + k] = dUpdate;
            dRecurrent[reset + k] = dReset;
            dRecurrent[candidate + k] = dCandidate * r;
            dh[at + k] = dNext * z;
        }
    }

    /** Sequences by falling length, so that those which still go on at a step are the first ones. */
    private final class Order {

        private final Segments sequences;
        private final int[] byLength;

        Order(Segments sequences) {
            this.sequences = sequences;
            byLength = IntStream.range(0, sequences.parts())
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(sequences::length).reversed())
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        int steps() {
            return byLength.length == 0 ? 0 : sequences.length(byLength[0]);
        }

        int active(int step) {
            int active = byLength.length;
            while (sequences.length(byLength[active - 1]) <= step) {
                active--;
            }
            return active;
        }

        int row(int place, int step) {
            int sequence = byLength[place];
            int at = backwards ? sequences.length(sequence) - 1 - step : step;
            return sequences.start(sequence) + at;
        }
    }
}
