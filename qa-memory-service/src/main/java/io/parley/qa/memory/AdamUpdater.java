package io.parley.qa.memory;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** ND4J's Adam over a flat vector. */
final class AdamUpdater {

    private final Adam adam = new Adam();
    private final GradientUpdater<?> state;

    AdamUpdater(int size) {
        state = adam.instantiate(Nd4j.zeros(DataType.DOUBLE, 1, 2L * size), true);
    }

    /**
     * What to subtract from the parameters.
     *
     * @param scale what the gradient is multiplied by first
     * @param iteration updates made before
     */
    double[] step(double[] gradient, double scale, double rate, int iteration) {
        adam.setLearningRate(rate);
        INDArray change = Nd4j.createFromArray(gradient).muli(scale).reshape(1, gradient.length);
        state.applyUpdater(change, iteration, 0);
        return change.toDoubleVector();
    }
}
