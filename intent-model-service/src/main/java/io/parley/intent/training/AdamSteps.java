package io.parley.intent.training;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/** ND4J's Adam over a flat vector of parameters. Not thread-safe. */
final class AdamSteps {

    private final Adam adam = new Adam();
    private final GradientUpdater<?> updater;
    private final INDArray step;
    private final float[] change;
    private int taken;

    AdamSteps(int size) {
        updater = adam.instantiate(Nd4j.zeros(DataType.FLOAT, 1, 2L * size), true);
        step = Nd4j.zeros(DataType.FLOAT, 1, size);
        change = new float[size];
    }

    /** Moves the parameters one step down the gradient. */
    void stepInPlace(float[] parameters, float[] gradient, double rate) {
        FloatBuffer numbers = step.data().asNioFloat();
        numbers.put(0, gradient);
        adam.setLearningRate(rate);
        updater.applyUpdater(step, taken++, 0);
        numbers.get(0, change);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= change[i];
        }
    }
}
