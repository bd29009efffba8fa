package io.parley.speech;

/**
 * Changes 8000 samples a second into 16000 and back through one windowed-sinc low-pass at 4 kHz, sound by sound or, for a
 * stream, chunk by chunk without a seam.
 */
public final class Resampling {
    /** Taps on either side of the filter's middle, at 16 kHz: 2 ms. */
    private static final int REACH = 32;

    private static final double CUT_OFF = 3_800.0 / Sound.WIDE;
    private static final float[] FILTER = lowPass();

    private final boolean up;
    private float[] kept;
    private int skipped;

    private Resampling(boolean up) {
        this.up = up;
        this.kept = new float[2 * REACH];
    }

    /**
     * A stream's resampling; give it every chunk in order. What it gives lags by 2 ms.
     *
     * @throws IllegalArgumentException unless it goes from 8000 to 16000 or back
     */
    public static Resampling of(int from, int to) {
        if (Math.min(from, to) != Sound.TELEPHONE || Math.max(from, to) != Sound.WIDE) {
            throw new IllegalArgumentException(
                    "sound is brought from 8000 to 16000 samples a second or back, not from " + from + " to " + to);
        }
        return new Resampling(to > from);
    }

    /** A whole sound's samples at the other rate, in step with the original. */
    static short[] whole(short[] samples, int from, int to) {
        Resampling resampling = of(from, to);
        // The filter's lag is cut off at the front and made up for by silence at the end.
        int lag = resampling.up ? REACH : REACH / 2;
        short[] padding = new short[resampling.up ? REACH / 2 : REACH];
        short[] first = resampling.next(samples);
        short[] last = resampling.next(padding);
        short[] all = new short[first.length + last.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        int length = resampling.up ? samples.length * 2 : (samples.length + 1) / 2;
        short[] result = new short[length];
        System.arraycopy(all, lag, result, 0, Math.min(length, all.length - lag));
        return result;
    }

    /** What the next samples of the stream are at the other rate. */
    public short[] next(short[] samples) {
        float[] wide = new float[kept.length + (up ? 2 * samples.length : samples.length)];
        System.arraycopy(kept, 0, wide, 0, kept.length);
        for (int i = 0; i < samples.length; i++) {
            // Between the samples stand zeros; the filter fills them in, at half the strength, so each counts twice.
            wide[kept.length + (up ? 2 * i : i)] = up ? 2f * samples[i] : samples[i];
        }
        int fresh = wide.length - kept.length;
        int step = up ? 1 : 2;
        int first = up ? 0 : skipped;
        short[] result = new short[fresh > first ? (fresh - first + step - 1) / step : 0];
        for (int i = 0; i < result.length; i++) {
            result[i] = filtered(wide, first + i * step);
        }
        skipped = up ? 0 : first + result.length * step - fresh;
        System.arraycopy(wide, wide.length - kept.length, kept, 0, kept.length);
        return result;
    }

    private static short filtered(float[] samples, int from) {
        float sum = 0;
        for (int tap = 0; tap < FILTER.length; tap++) {
            sum += FILTER[tap] * samples[from + tap];
        }
        return (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** Sinc under a Blackman window, summing to 1. */
    private static float[] lowPass() {
        float[] taps = new float[2 * REACH + 1];
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            double x = i - REACH;
            double sinc = x == 0 ? 2 * CUT_OFF : Math.sin(2 * Math.PI * CUT_OFF * x) / (Math.PI * x);
            double phase = 2 * Math.PI * i / (taps.length - 1);
            double window = 0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
            taps[i] = (float) (sinc * window);
            sum += taps[i];
        }
        for (int i = 0; i < taps.length; i++) {
            taps[i] /= (float) sum;
        }
        return taps;
    }
}
