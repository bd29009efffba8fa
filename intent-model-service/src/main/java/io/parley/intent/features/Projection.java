package io.parley.intent.features;

import io.parley.neural.encoder.Encoding;
import io.parley.neural.encoder.Pretrained;
import io.parley.neural.kernel.Rows;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shortens token vectors to their principal components, so that the recurrent part stays small: {@code (x − m) · P / s}.
 *
 * <p>Found by orthogonal iteration on the covariance, in a fixed order: the same vectors give the same projection.
 */
final class Projection {

    private static final int DIM = Pretrained.DIMENSIONS;
    private static final int ROUNDS = 12;
    private static final int SAMPLE = 6_000;

    private final float[] mean;
    private final float[] components;
    private final int width;

    /**
     * @param mean {@code [dim]}
     * @param components {@code [dim × width]}, scaled so that projected vectors have unit mean square
     */
    Projection(float[] mean, float[] components) {
        this.mean = mean;
        this.components = components;
        this.width = components.length / DIM;
    }

    float[] mean() {
        return mean;
    }

    float[] components() {
        return components;
    }

    /** The leading components of the pieces of these texts. */
    static Projection of(List<Encoding> encodings, int width, long seed) {
        float[] mean = new float[DIM];
        double[] sum = new double[DIM];
        float[] row = new float[DIM];
        int pieces =
                Math.max(1, encodings.stream().mapToInt(e -> e.pieces().size()).sum());
        int stride = Math.max(1, pieces / SAMPLE);
        int taken = 0;
        int seen = 0;
        float[] covariance = new float[DIM * DIM];
        for (Encoding encoding : encodings) {
            for (int piece = 0; piece < encoding.pieces().size(); piece++) {
                if (seen++ % stride != 0) {
                    continue;
                }
                encoding.copyToken(piece, row, 0);
                taken++;
                for (int i = 0; i < DIM; i++) {
                    sum[i] += row[i];
                    Rows.addScaledInPlace(covariance, i * DIM, row[i], row, 0, DIM);
                }
            }
        }
        int count = Math.max(1, taken);
        for (int i = 0; i < DIM; i++) {
            mean[i] = (float) (sum[i] / count);
        }
        for (int i = 0; i < DIM; i++) {
            for (int j = 0; j < DIM; j++) {
                covariance[i * DIM + j] = covariance[i * DIM + j] / count - mean[i] * mean[j];
            }
        }
        double[][] basis = leading(covariance, width, new SplittableRandom(seed));
        return new Projection(mean, scaled(covariance, basis));
    }

    /**
     * {@code [pieces × width]} of a text's pieces. A text without any is one piece of zeros, since the recurrent part
     * always gets a step.
     *
     * @param longest further pieces are left out
     */
    float[] project(Encoding encoding, int longest) {
        int pieces = Math.min(longest, encoding.pieces().size());
        float[] projected = new float[Math.max(1, pieces) * width];
        float[] token = new float[DIM];
        for (int piece = 0; piece < pieces; piece++) {
            encoding.copyToken(piece, token, 0);
            Rows.addScaledInPlace(token, 0, -1, mean, 0, DIM);
            Rows.addProductInPlace(projected, piece * width, token, 0, 1, DIM, components, 0, width);
        }
        return projected;
    }

    private static double[][] leading(float[] covariance, int width, SplittableRandom random) {
        double[][] basis = new double[width][DIM];
        for (double[] vector : basis) {
            for (int d = 0; d < DIM; d++) {
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
        double[] product = new double[DIM];
        for (int i = 0; i < DIM; i++) {
            double factor = vector[i];
            for (int j = 0; j < DIM; j++) {
                product[j] += factor * covariance[i * DIM + j];
            }
        }
        return product;
    }

    private static void orthonormaliseInPlace(double[][] basis) {
        for (int k = 0; k < basis.length; k++) {
            for (int earlier = 0; earlier < k; earlier++) {
                double overlap = dot(basis[k], basis[earlier]);
                for (int d = 0; d < DIM; d++) {
                    basis[k][d] -= overlap * basis[earlier][d];
                }
            }
            double length = Math.sqrt(dot(basis[k], basis[k]));
            // Fewer different vectors than components: what is left over stays zero.
            double scale = length < 1e-9 ? 0 : 1 / length;
            for (int d = 0; d < DIM; d++) {
                basis[k][d] *= scale;
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

    private static float[] scaled(float[] covariance, double[][] basis) {
        double variance = 0;
        for (double[] vector : basis) {
            variance += dot(vector, times(covariance, vector));
        }
        double scale = variance <= 0 ? 0 : Math.sqrt(basis.length / variance);
        float[] components = new float[DIM * basis.length];
        for (int d = 0; d < DIM; d++) {
            for (int k = 0; k < basis.length; k++) {
                components[d * basis.length + k] = (float) (basis[k][d] * scale);
            }
        }
        return components;
    }
}
