package io.parley.qa.memory;

import io.parley.neural.kernel.Squash;
import java.util.Arrays;

/**
 * {@code Y = tanh(X · W + b)}. Two of them are the input module over facts that stand each for itself, and the question
 * module; both read frozen sentence encodings, so no gradient is passed on to X.
 */
final class TanhLayer {

    private final Block weights;
    private final Block bias;

    TanhLayer(ParameterLayout layout, String name, int inputs, int outputs) {
        weights = layout.add(name + ".weights", inputs, outputs);
        bias = layout.add(name + ".bias", 1, outputs);
    }

    Block weights() {
        return weights;
    }

    /**
     * @param x {@code [n × inputs]}
     * @return {@code [n × outputs]}
     */
    double[] forward(double[] parameters, double[] x, int n) {
        double[] y = new double[n * weights.cols()];
        for (int row = 0; row < n; row++) {
            System.arraycopy(parameters, bias.offset(), y, row * weights.cols(), weights.cols());
        }
        Kernels.addProductInPlace(y, x, parameters, weights.offset(), n, weights.rows(), weights.cols());
        Squash.tanhInPlace(y, 0, y.length);
        return y;
    }

    /**
     * Adds this layer's share to the gradient.
     *
     * @param x {@code [n × inputs]}
     * @param y {@code [n × outputs]}, what {@code forward} gave
     * @param dy {@code [n × outputs]}, the loss's gradient for y
     */
    void backward(double[] gradient, double[] x, double[] y, double[] dy, int n) {
        double[] before = Kernels.tanhBackward(y, dy);
        Kernels.addTransposedProductInPlace(gradient, weights.offset(), x, before, n, weights.rows(), weights.cols());
        Kernels.addColumnSumsInPlace(gradient, bias.offset(), before, n, weights.cols());
    }

    /** Copies weights, {@code [inputs × outputs]}, scaled, to consecutive inputs from {@code firstInput} on. */
    void initialize(double[] parameters, double[] projection, double scale, int firstInput) {
        int start = weights.offset() + firstInput * weights.cols();
        for (int i = 0; i < projection.length; i++) {
            parameters[start + i] = scale * projection[i];
        }
        Arrays.fill(parameters, bias.offset(), bias.offset() + bias.size(), 0);
    }
}
