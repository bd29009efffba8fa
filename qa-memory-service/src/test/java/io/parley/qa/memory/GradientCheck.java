package io.parley.qa.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleSupplier;

/** A gradient written by hand, block by block, against finite differences of its loss. */
final class GradientCheck {

    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    private final List<Block> blocks;
    private final double[] parameters;

    /** @param parameters what the loss is taken at; changed for a moment and put back */
    GradientCheck(ParameterLayout layout, double[] parameters) {
        this.blocks = layout.blocks();
        this.parameters = parameters;
    }

    void assertIsOf(DoubleSupplier loss, double[] gradient) {
        assertThat(blocks).allSatisfy(block -> {
            double error = 0;
            for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                error = Math.max(error, Math.abs(gradient[i] - difference(loss, i)));
            }
            assertThat(error).as(block.name()).isLessThan(TOLERANCE);
        });
    }

    /** That no block is left out. */
    void assertEveryBlockLearns(double[] gradient) {
        assertThat(blocks).filteredOn(block -> block.size() > 0).allSatisfy(block -> {
            double largest = 0;
            for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                largest = Math.max(largest, Math.abs(gradient[i]));
            }
            assertThat(largest).as(block.name()).isGreaterThan(TOLERANCE);
        });
    }

    private double difference(DoubleSupplier loss, int i) {
        double before = parameters[i];
        parameters[i] = before + STEP;
        double above = loss.getAsDouble();
        parameters[i] = before - STEP;
        double below = loss.getAsDouble();
        parameters[i] = before;
        return (above - below) / (2 * STEP);
    }
}
