package io.parley.neural.kernel;

import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The S-shaped functions of a recurrent part, by a polynomial: the same bits on every machine, right to 2⁻²² of 1, or to
 * 2⁻⁴⁸ in 64 bits.
 *
 * <p>{@code e^x = 2^k · e^r} with {@code k} whole and {@code |r| ≤ ln 2 / 2}; {@code e^r} by the polynomial of Cephes'
 * {@code expf} (S. Moshier, Methods and Programs for Mathematical Functions, 1989), in 64 bits by Taylor's.
 */
public final class Squash {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> BITS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Beyond it both functions have reached their end, and the exponent stays a normal number. */
    private static final float FARTHEST = 87;

    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.6933594f;
    private static final float LN2_LOW = -2.1219444e-4f;
    /** Added and taken away again, it leaves a whole number. */
    private static final float ROUNDING = 12_582_912f;

    private static final float[] POLYNOMIAL = {
        1.9875691e-4f, 1.3981999e-3f, 8.333452e-3f, 4.1665796e-2f, 1.6666666e-1f, 0.5f, 1f, 1f
    };

    private static final int EXPONENT_BIAS = 127;
    private static final int EXPONENT_AT = 23;

    private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDE_LANES = WIDE.length();
    private static final double WIDE_FARTHEST = 700;
    private static final double WIDE_LOG2_E = 1.4426950408889634;
    private static final double WIDE_LN2_HIGH = 0.6931471803691238;
    private static final double WIDE_LN2_LOW = 1.9082149292705877e-10;
    /** Added, it leaves a whole number in the lowest bits, whose exponent is 2⁵². */
    private static final double WIDE_ROUNDING = 6_755_399_441_055_744.0;

    private static final int WIDE_DEGREE = 13;
    private static final double[] TAYLOR = taylor();
    private static final long WIDE_EXPONENT_BIAS = 1023;
    private static final int WIDE_EXPONENT_AT = 52;

    private Squash() {}

    private static double[] taylor() {
        double[] coefficients = new double[WIDE_DEGREE + 1];
        double factorial = 1;
        for (int degree = 0; degree <= WIDE_DEGREE; degree++) {
            factorial *= Math.max(1, degree);
            coefficients[WIDE_DEGREE - degree] = 1 / factorial;
        }
        return coefficients;
    }

    /** {@code x ← 1 / (1 + e^−x)}, {@code n} numbers of 64 bits. */
    public static void sigmoidInPlace(double[] x, int from, int n) {
        wideInPlace(x, from, n, Squash::sigmoid);
    }

    /** {@code x ← tanh x}, {@code n} numbers of 64 bits. */
    public static void tanhInPlace(double[] x, int from, int n) {
        wideInPlace(x, from, n, Squash::tanh);
    }

    private static void wideInPlace(double[] x, int from, int n, UnaryOperator<DoubleVector> function) {
        int k = 0;
        for (; k <= n - WIDE_LANES; k += WIDE_LANES) {
            function.apply(DoubleVector.fromArray(WIDE, x, from + k)).intoArray(x, from + k);
        }
        if (k < n) {
            double[] rest = new double[WIDE_LANES];
            System.arraycopy(x, from + k, rest, 0, n - k);
            function.apply(DoubleVector.fromArray(WIDE, rest, 0)).intoArray(rest, 0);
            System.arraycopy(rest, 0, x, from + k, n - k);
        }
    }

    private static DoubleVector tanh(DoubleVector x) {
        return sigmoid(x.mul(2)).mul(2).sub(1);
    }

    private static DoubleVector sigmoid(DoubleVector x) {
        DoubleVector away = x.neg().max(-WIDE_FARTHEST).min(WIDE_FARTHEST);
        DoubleVector shifted = away.mul(WIDE_LOG2_E).add(WIDE_ROUNDING);
        DoubleVector whole = shifted.sub(WIDE_ROUNDING);
        DoubleVector rest = whole.fma(DoubleVector.broadcast(WIDE, -WIDE_LN2_HIGH), away);
        rest = whole.fma(DoubleVector.broadcast(WIDE, -WIDE_LN2_LOW), rest);
        DoubleVector power = DoubleVector.broadcast(WIDE, TAYLOR[0]);
        for (int i = 1; i < TAYLOR.length; i++) {
            power = power.fma(rest, DoubleVector.broadcast(WIDE, TAYLOR[i]));
        }
        LongVector exponent = shifted.reinterpretAsLongs();
        DoubleVector scale = exponent.add(WIDE_EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, WIDE_EXPONENT_AT)
                .reinterpretAsDoubles();
        DoubleVector one = DoubleVector.broadcast(WIDE, 1);
        return one.div(one.add(power.mul(scale)));
    }

    /** {@code x ← 1 / (1 + e^−x)}, {@code n} numbers. */
    public static void sigmoidInPlace(float[] x, int from, int n) {
        eachInPlace(x, from, n, Squash::sigmoid);
    }

    /** {@code x ← tanh x}, {@code n} numbers. */
    public static void tanhInPlace(float[] x, int from, int n) {
        eachInPlace(x, from, n, Squash::tanh);
    }

    private static void eachInPlace(float[] x, int from, int n, UnaryOperator<FloatVector> function) {
        int k = 0;
        for (; k <= n - LANES; k += LANES) {
            function.apply(FloatVector.fromArray(SPECIES, x, from + k)).intoArray(x, from + k);
        }
        if (k < n) {
            float[] rest = new float[LANES];
            System.arraycopy(x, from + k, rest, 0, n - k);
            function.apply(FloatVector.fromArray(SPECIES, rest, 0)).intoArray(rest, 0);
            System.arraycopy(rest, 0, x, from + k, n - k);
        }
    }

    private static FloatVector tanh(FloatVector x) {
        return sigmoid(x.mul(2)).mul(2).sub(1);
    }

    private static FloatVector sigmoid(FloatVector x) {
        FloatVector away = x.neg().max(-FARTHEST).min(FARTHEST);
        FloatVector whole = away.mul(LOG2_E).add(ROUNDING).sub(ROUNDING);
        FloatVector rest = whole.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), away);
        rest = whole.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), rest);
        FloatVector power = FloatVector.broadcast(SPECIES, POLYNOMIAL[0]);
        for (int i = 1; i < POLYNOMIAL.length; i++) {
            power = power.fma(rest, FloatVector.broadcast(SPECIES, POLYNOMIAL[i]));
        }
        IntVector exponent = (IntVector) whole.convertShape(VectorOperators.F2I, BITS, 0);
        FloatVector scale = exponent.add(EXPONENT_BIAS)
                .lanewise(VectorOperators.LSHL, EXPONENT_AT)
                .reinterpretAsFloats();
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        return one.div(one.add(power.mul(scale)));
    }
}
