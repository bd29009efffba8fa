package io.parley.neural.kernel;

import java.util.function.UnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The S-shaped functions of a recurrent part, by a polynomial: the same bits on every machine, right to 2⁻²² of 1.
 *
 * <p>{@code e^x = 2^k · e^r} with {@code k} whole and {@code |r| ≤ ln 2 / 2}; {@code e^r} by the polynomial of Cephes'
 * {@code expf} (S. Moshier, Methods and Programs for Mathematical Functions, 1989).
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

    private Squash() {}

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
