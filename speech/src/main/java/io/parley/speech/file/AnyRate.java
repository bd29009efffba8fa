package io.parley.speech.file;

import io.parley.speech.Sound;

/** Brings a whole sound of any rate to 16 kHz by interpolation under a windowed sinc. */
final class AnyRate {
    private static final int REACH = 24;

    private AnyRate() {}

    static short[] toWide(short[] samples, int rate) {
        double step = (double) rate / Sound.WIDE;
        double cutOff = Math.min(1, 1 / step) * 0.95;
        short[] wide = new short[(int) (samples.length / step)];
        for (int i = 0; i < wide.length; i++) {
            double at = i * step;
            int middle = (int) Math.floor(at);
            double sum = 0;
            for (int j = Math.max(0, middle - REACH + 1); j <= Math.min(samples.length - 1, middle + REACH); j++) {
                double x = j - at;
                double sinc = Math.abs(x) < 1e-9 ? cutOff : Math.sin(Math.PI * cutOff * x) / (Math.PI * x);
                sum += samples[j] * sinc * (0.5 + 0.5 * Math.cos(Math.PI * x / (REACH + 1)));
            }
            wide[i] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return wide;
    }
}
