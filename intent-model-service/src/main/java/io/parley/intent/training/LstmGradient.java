package io.parley.intent.training;

import io.parley.neural.kernel.Rows;
import io.parley.neural.kernel.Squash;
import java.util.Arrays;

/**
 * Back-propagation through time of the recurrent part; {@link io.parley.intent.network.NextStateNetwork} computes the same
 * forward. Numbers come from a flat vector of parameters, gradients are added to a vector alike. Stateless.
 *
 * <p>Per step {@code [z, f, o, i] = x·W + h·R + b}, then {@code c ← σ(f)·c + σ(i)·tanh(z)}, {@code h ← σ(o)·tanh(c)}.
 *
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber (1997)</a>
 */
final class LstmGradient {

    private final int width;
    private final int units;
    private final int input;
    private final int recurrent;
    private final int bias;

    /**
     * @param width length of what is read in a step
     * @param input where {@code W [width × 4H]} begins
     * @param recurrent where {@code R [H × 4H]} begins
     * @param bias where {@code b [4H]} begins
     */
    LstmGradient(int width, int units, int input, int recurrent, int bias) {
        this.width = width;
        this.units = units;
        this.input = input;
        this.recurrent = recurrent;
        this.bias = bias;
    }

    int units() {
        return units;
    }

    /**
     * What a forward pass leaves for the way back.
     *
     * @param sequence {@code [steps × width]}
     * @param gates {@code [steps × 4H]}, activated: block input, forget, output and input gate
     * @param cells {@code [steps × H]}
     * @param squashed {@code [steps × H]}: tanh of the cells
     * @param states {@code [steps × H]}
     */
    @SuppressWarnings("ArrayRecordComponent") // matrices; never compared
    record Trace(float[] sequence, int steps, float[] gates, float[] cells, float[] squashed, float[] states) {}

    Trace forward(float[] parameters, float[] sequence) {
        int steps = sequence.length / width;
        float[] gates = new float[steps * 4 * units];
        float[] cells = new float[steps * units];
        float[] squashed = new float[steps * units];
        float[] states = new float[steps * units];
        for (int step = 0; step < steps; step++) {
            int gate = step * 4 * units;
            System.arraycopy(parameters, bias, gates, gate, 4 * units);
            Rows.addProductInPlace(gates, gate, sequence, step * width, 1, width, parameters, input, 4 * units);
            if (step > 0) {
                int before = (step - 1) * units;
                Rows.addProductInPlace(gates, gate, states, before, 1, units, parameters, recurrent, 4 * units);
            }
            Squash.tanhInPlace(gates, gate, units);
            Squash.sigmoidInPlace(gates, gate + units, 3 * units);
            int now = step * units;
            for (int u = 0; u < units; u++) {
                float before = step == 0 ? 0 : cells[now - units + u];
                cells[now + u] = gates[gate + units + u] * before + gates[gate + 3 * units + u] * gates[gate + u];
            }
            System.arraycopy(cells, now, squashed, now, units);
            Squash.tanhInPlace(squashed, now, units);
            for (int u = 0; u < units; u++) {
                states[now + u] = gates[gate + 2 * units + u] * squashed[now + u];
            }
        }
        return new Trace(sequence, steps, gates, cells, squashed, states);
    }

    /** {@code [4H × H]}; worth computing once for many sequences. */
    float[] recurrentTransposed(float[] parameters) {
        return Rows.transposed(parameters, recurrent, units, 4 * units);
    }

    /**
     * Adds the gradient of the parameters. What every step hands to them is gathered first, so that each row of the
     * gradient is gone through once a sequence.
     *
     * @param recurrentTransposed what {@link #recurrentTransposed} gave for them
     * @param dStates {@code [steps × H]}: the gradient of the loss for every state
     */
    void backward(float[] recurrentTransposed, float[] gradient, Trace trace, float[] dStates) {
        int steps = trace.steps();
        float[] dState = new float[units];
        float[] dCell = new float[units];
        float[] dGates = new float[steps * 4 * units];
        for (int step = steps - 1; step >= 0; step--) {
            int gate = step * 4 * units;
            backThroughCell(trace, step, dStates, dState, dCell, dGates);
            Rows.addScaledInPlace(gradient, bias, 1, dGates, gate, 4 * units);
            Arrays.fill(dState, 0);
            Rows.addProductInPlace(dState, 0, dGates, gate, 1, 4 * units, recurrentTransposed, 0, units);
        }
        for (int k = 0; k < width; k++) {
            int row = input + k * 4 * units;
            Rows.addProductInPlace(gradient, row, trace.sequence(), k, width, steps, dGates, 0, 4 * units);
        }
        for (int u = 0; u < units; u++) {
            int row = recurrent + u * 4 * units;
            int later = 4 * units;
            Rows.addProductInPlace(gradient, row, trace.states(), u, units, steps - 1, dGates, later, later);
        }
    }

    /** Turns the gradient of a step's state into that of its gates before activation and of the cell before it. */
    private void backThroughCell(
            Trace trace, int step, float[] dStates, float[] dState, float[] dCell, float[] dGates) {
        float[] gates = trace.gates();
        int gate = step * 4 * units;
        for (int u = 0; u < units; u++) {
            float block = gates[gate + u];
            float forget = gates[gate + units + u];
            float output = gates[gate + 2 * units + u];
            float in = gates[gate + 3 * units + u];
            float before = step == 0 ? 0 : trace.cells()[(step - 1) * units + u];
            float squashed = trace.squashed()[step * units + u];
            float dh = dStates[step * units + u] + dState[u];
            float dc = dCell[u] + dh * output * (1 - squashed * squashed);
            dGates[gate + u] = dc * in * (1 - block * block);
            dGates[gate + units + u] = dc * before * forget * (1 - forget);
            dGates[gate + 2 * units + u] = dh * squashed * output * (1 - output);
            dGates[gate + 3 * units + u] = dc * block * in * (1 - in);
            dCell[u] = dc * forget;
        }
    }
}
