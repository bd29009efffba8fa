package io.parley.intent.network;

import io.parley.neural.kernel.Squash;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A long short-term memory without peepholes, as DeepLearning4j lays its numbers out.
 *
 * <p>Per step {@code [z, f, o, i] = x·W + h·R + b}, then {@code c ← σ(f)·c + σ(i)·tanh(z)}, {@code h ← σ(o)·tanh(c)}.
 *
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter and Schmidhuber (1997)</a>
 */
final class Lstm {

    private final float[] input;
    private final float[] recurrent;
    private final float[] bias;
    private final int units;

    /**
     * @param input {@code [width × 4H]}
     * @param recurrent {@code [H × 4H]}
     * @param bias {@code [4H]}
     */
    Lstm(float[] input, float[] recurrent, float[] bias) {
        this.input = input;
        this.recurrent = recurrent;
        this.bias = bias;
        this.units = bias.length / 4;
    }

    int units() {
        return units;
    }

    /**
     * The highest value each unit takes over a sequence, {@code [H]}.
     *
     * @param sequence {@code [steps × width]}, at least one step
     */
    float[] highest(float[] sequence, int width) {
        float[] highest = new float[units];
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        read(sequence, width, state -> {
            for (int u = 0; u < units; u++) {
                highest[u] = Math.max(highest[u], state[u]);
            }
        });
        return highest;
    }

    /**
     * The value of each unit after a sequence, {@code [H]}.
     *
     * @param sequence {@code [steps × width]}
     */
    float[] last(float[] sequence, int width) {
        float[] last = new float[units];
        read(sequence, width, state -> System.arraycopy(state, 0, last, 0, units));
        return last;
    }

    private void read(float[] sequence, int width, Consumer<float[]> eachState) {
        float[] h = new float[units];
        float[] c = new float[units];
        float[] gates = new float[4 * units];
        for (int from = 0; from < sequence.length; from += width) {
            System.arraycopy(bias, 0, gates, 0, gates.length);
            Kernels.addProductInPlace(gates, sequence, from, width, input, 0);
            Kernels.addProductInPlace(gates, h, 0, units, recurrent, 0);
            Squash.tanhInPlace(gates, 0, units);
            Squash.sigmoidInPlace(gates, units, 3 * units);
            for (int u = 0; u < units; u++) {
                c[u] = gates[units + u] * c[u] + gates[3 * units + u] * gates[u];
            }
            System.arraycopy(c, 0, h, 0, units);
            Squash.tanhInPlace(h, 0, units);
            for (int u = 0; u < units; u++) {
                h[u] *= gates[2 * units + u];
            }
            eachState.accept(h);
        }
    }
}
