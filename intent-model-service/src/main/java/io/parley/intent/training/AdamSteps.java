package io.parley.intent.training;

/**
 * Adam over a flat vector of parameters: {@code m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − α_t · m / (√v + ε)}
 * with {@code α_t = α √(1 − β₂ᵗ) / (1 − β₁ᵗ)}. Parts of the vector may be stepped by threads of their own.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba (2014), algorithm 1 and the end of section 2</a>
 */
final class AdamSteps {

    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.999f;
    private static final float EPSILON = 1e-8f;

    private final float[] first;
    private final float[] second;
    private int taken;
    private float pace;

    AdamSteps(int size) {
        first = new float[size];
        second = new float[size];
    }

    /** Begins the next step. */
    void begin(double rate) {
        taken++;
        pace = (float)
                (rate * Math.sqrt(1 - StrictMath.pow(SECOND_DECAY, taken)) / (1 - StrictMath.pow(FIRST_DECAY, taken)));
    }

    /** Moves the parameters from one place to before another down the gradient. */
    void stepInPlace(float[] parameters, float[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            float g = gradient[i];
            float m = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * g;
            float v = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * g * g;
            first[i] = m;
            second[i] = v;
            parameters[i] -= pace * m / ((float) Math.sqrt(v) + EPSILON);
        }
    }
}
