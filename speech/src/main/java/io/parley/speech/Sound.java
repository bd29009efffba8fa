package io.parley.speech;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/**
 * Sound of one channel.
 *
 * @param samples linear, signed 16-bit; shared, not copied: whoever makes a sound gives its samples away
 * @param rate of the samples, per second: 8000 (telephone) or 16000
 */
// An array: copies would cost more than the engines that read it.
@SuppressWarnings("ArrayRecordComponent")
public record Sound(short[] samples, int rate) {
    /** Samples a second on the telephone. */
    public static final int TELEPHONE = 8000;

    /** Samples a second at which the engines work. */
    public static final int WIDE = 16000;

    /**
     * @throws IllegalArgumentException if the rate is neither 8000 nor 16000
     */
    public Sound {
        Objects.requireNonNull(samples, "samples");
        if (rate != TELEPHONE && rate != WIDE) {
            throw new IllegalArgumentException("sound has 8000 or 16000 samples a second, not " + rate);
        }
    }

    /** That much silence. */
    public static Sound silence(Duration duration, int rate) {
        return new Sound(new short[Math.toIntExact(duration.toMillis() * rate / 1000)], rate);
    }

    /** How long it plays. */
    public Duration duration() {
        return Duration.ofNanos(samples.length * 1_000_000_000L / rate);
    }

    public boolean isEmpty() {
        return samples.length == 0;
    }

    /**
     * The samples from one index to another, the latter left out; indexes past the end count as the end.
     *
     * @throws IllegalArgumentException if an index is negative or the first is behind the second
     */
    public Sound slice(int from, int to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("no slice of a sound goes from " + from + " to " + to);
        }
        int end = Math.min(to, samples.length);
        return new Sound(Arrays.copyOfRange(samples, Math.min(from, end), end), rate);
    }

    /** The same sound at another rate: 8000 leaves out what lies above 4 kHz, 16000 adds nothing. */
    public Sound atRate(int other) {
        return other == rate ? this : new Sound(Resampling.whole(samples, rate, other), other);
    }

    /** This and then another of the same rate. */
    public Sound then(Sound next) {
        if (next.rate != rate) {
            throw new IllegalArgumentException("a sound of " + rate + " samples a second is not followed by one of "
                    + next.rate + "; bring them to one rate first");
        }
        short[] joined = Arrays.copyOf(samples, samples.length + next.samples.length);
        System.arraycopy(next.samples, 0, joined, samples.length, next.samples.length);
        return new Sound(joined, rate);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sound sound && sound.rate == rate && Arrays.equals(sound.samples, samples);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(samples) + rate;
    }

    @Override
    public String toString() {
        return "Sound[" + duration().toMillis() + " ms at " + rate + "]";
    }
}
