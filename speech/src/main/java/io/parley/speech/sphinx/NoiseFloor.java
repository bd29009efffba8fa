package io.parley.speech.sphinx;

import java.util.Random;

/**
 * A little noise under the sound. Digital silence, and the empty band above a telephone's, are nothing like what the acoustic
 * model has learnt from; faint noise is. The same sound gets the same noise.
 */
final class NoiseFloor {
    /** Standard deviation, in steps of 16 bits: 78 dB below full scale. */
    private static final double LEVEL = 4;

    private final Random random = new Random(1);

    short[] over(short[] samples) {
        short[] noisy = new short[samples.length];
        for (int i = 0; i < noisy.length; i++) {
            long sample = samples[i] + Math.round(random.nextGaussian() * LEVEL);
            noisy[i] = (short) Math.clamp(sample, Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return noisy;
    }
}
