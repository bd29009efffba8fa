package io.parley.speech.activity;

import io.parley.speech.Sound;
import java.time.Duration;

/**
 * Tells of one call, 20 ms at a time, whether the caller is speaking. Loudness is compared with a noise floor that follows
 * the line, and a sound counts only once it has lasted; speech ends a little after the last loud frame, so that a stop
 * consonant is no end. Not thread-safe.
 */
public final class VoiceActivity {
    /** What one frame lasts. */
    public static final Duration FRAME = Duration.ofMillis(20);

    /** So many frames are looked back on; three of them must be loud for speech to begin. */
    private static final int WINDOW = 5;

    private static final int LOUD_TO_BEGIN = 3;
    private static final int HANG_OVER = 10;
    private static final double ABOVE_FLOOR_DB = 9;
    private static final double QUIETEST_SPEECH_DB = -52;
    private static final double FALLS_BY = 0.2;
    private static final double RISES_BY_DB = 0.06;

    private double floor = -60;
    private int recent;
    private int sinceLoud = Integer.MAX_VALUE / 2;
    private boolean speaking;
    private double level = -96;

    /**
     * Takes the next frame.
     *
     * @param frame 20 ms of 8 or 16 kHz
     * @return whether the caller is speaking now
     * @throws IllegalArgumentException if the frame is of another length
     */
    public boolean hear(Sound frame) {
        if (frame.samples().length * 1000L != FRAME.toMillis() * frame.rate()) {
            throw new IllegalArgumentException(
                    "a frame is 20 ms, not " + frame.duration().toMillis());
        }
        level = loudness(frame.samples());
        boolean loud = level > Math.max(floor + ABOVE_FLOOR_DB, QUIETEST_SPEECH_DB);
        floor = Math.clamp(level < floor ? floor + FALLS_BY * (level - floor) : floor + RISES_BY_DB, -75, -20);
        recent = (recent << 1 | (loud ? 1 : 0)) & ((1 << WINDOW) - 1);
        sinceLoud = loud ? 0 : sinceLoud + 1;
        speaking = speaking ? sinceLoud <= HANG_OVER : Integer.bitCount(recent) >= LOUD_TO_BEGIN;
        return speaking;
    }

    /** Whether the caller was speaking at the last frame. */
    public boolean speaking() {
        return speaking;
    }

    /** How loud the last frame was, in dB below full scale. */
    public double level() {
        return level;
    }

    private static double loudness(short[] samples) {
        double mean = 0;
        for (short sample : samples) {
            mean += sample;
        }
        mean /= samples.length;
        double energy = 0;
        for (short sample : samples) {
            energy += (sample - mean) * (sample - mean);
        }
        double rms = Math.sqrt(energy / samples.length);
        return rms < 0.5 ? -96 : 20 * Math.log10(rms / 32768);
    }
}
