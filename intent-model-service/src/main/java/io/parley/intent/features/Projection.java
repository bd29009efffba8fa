package io.parley.intent.features;

import io.parley.neural.kernel.Rows;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shortens vectors to their principal components, so that what reads them stays small: {@code (x − m) · P / s}.
 *
 * <p>Found by orthogonal iteration on the covariance, in a fixed order: the same vectors give the same projection.
 */
final class Projection {

    private static final int ROUNDS = 12;

    private final float[] mean;
    private final float[] components;
    private final int width;

    /**
     * @param mean {@code [dim]}
     * @param components {@code [dim × width]}, scaled so that projected vectors have unit mean square
     * @throws IllegalArgumentException if they do not fit each other
     */
    Projection(float[] mean, float[] components, int width) {
        if (components.length != mean.length * width) {
            throw new IllegalArgumentException("a projection of " + mean.length + " and " + components.length
                    + " numbers does not make vectors of " + width);
        }
        this.mean = mean;
        this.components = components;
        this.width = width;
    }

    float[] mean() {
        return mean;
    }

    float[] components() {
        return components;
    }

    /** Length of what it makes. */
    int width() {
        return width;
    }

    /**
     * The leading components of some vectors.
     *
     * @param vectors {@code [count][dim]}
     */
    static Projection of(List<float[]> vectors, int dim, int width, long seed) {
        float[] mean = new float[dim];
        double[] sum = new double[dim];
        float[] covariance = new float[dim * dim];
        for (float[] vector : vectors) {
            for (int i = 0; i < dim; i++) {
                sum[i] += vector[i];
                Rows.addScaledInPlace(covariance, i * dim, vector[i], vector, 0, dim);
            }
        }
        int count = Math.max(1, vectors.size());
        for (int i = 0; i < dim; i++) {
            mean[i] = (float) (sum[i] / count);
        }
        for (int i = 0; i < dim; i++) {
            for (int j = 0; j < dim; j++) {
                covariance[i * dim + j] = covariance[i * dim + j] / count - mean[i] * mean[j];
            }
        }
        double[][] basis = leading(covariance, dim, width, new SplittableRandom(seed));
        return new Projection(mean, scaled(covariance, dim, basis), width);
    }

    /** {@code [width]} of a vector. */
    float[] project(float[] vector) {
        float[] projected = new float[width];
        projectInPlace(vector.clone(), projected, 0);
        return projected;
    }

    /**
     * Adds what a vector becomes.
     *
     * @param vector {@code [dim]}; the mean is taken from it
     */
    void projectInPlace(float[] vector, float[] target, int at) {
        Rows.addScaledInPlace(vector, 0, -1, mean, 0, mean.length);
        Rows.addProductInPlace(target, at, vector, 0, 1, mean.length, components, 0, width);
    }

    private static double[][] leading(float[] covariance, int dim, int width, SplittableRandom random) {
        double[][] basis = new double[width][dim];
        for (double[] vector : basis) {
            for (int d = 0; d < dim; d++) {
                vector[d] = random.nextDouble() - 0.5;
            }
        }
        orthonormaliseInPlace(basis);
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < width; k++) {
                basis[k] = times(covariance, basis[k]);
            }
            orthonormaliseInPlace(basis);
        }
        return basis;
    }

    private static double[] times(float[] covariance, double[] vector) {
        int dim = vector.length;
        double[] product = new double[dim];
        for (int i = 0; i < dim; i++) {
            double factor = vector[i];
            for (int j = 0; j < dim; j++) {
                product[j] += factor * covariance[i * dim + j];
            }
        }
        return product;
    }

    private static void orthonormaliseInPlace(double[][] basis) {
        for (int k = 0; k < basis.length; k++) {
            double[] vector = basis[k];
            for (int earlier = 0; earlier < k; earlier++) {
                double overlap = dot(vector, basis[earlier]);
                for (int d = 0; d < vector.length; d++) {
                    vector[d] -= overlap * basis[earlier][d];
                }
            }
            double length = Math.sqrt(dot(vector, vector));
            // Fewer different vectors than components: what is left over stays zero.
            double scale = length < 1e-9 ? 0 : 1 / length;
            for (int d = 0; d < vector.length; d++) {
                vector[d] *= scale;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    private static float[] scaled(float[] covariance, int dim, double[][] basis) {
        double variance = 0;
        for (double[] vector : basis) {
            variance += dot(vector, times(covariance, vector));
        }
        double scale = variance <= 0 ? 0 : Math.sqrt(basis.length / variance);
        float[] components = new float[dim * basis.length];
        for (int d = 0; d < dim; d++) {
            for (int k = 0; k < basis.length; k++) {
                components[d * basis.length + k] = (float) (basis[k][d] * scale);
            }
        }
        return components;
    }
}
