package io.parley.gateway.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** Parts a caller's sound, which comes in pieces of any length, into frames, and notices when it comes faster than speech. */
public final class Intake {

    private final int rate;
    private final long ahead;
    private short[] rest = new short[0];
    private long allowed;
    private long at = System.nanoTime();

    /**
     * @param rate of the samples
     * @param aheadAtMost how much sound may come faster than it can have been spoken
     */
    public Intake(int rate, Duration aheadAtMost) {
        this.rate = rate;
        this.ahead = aheadAtMost.toMillis() * rate / 1000;
        this.allowed = ahead;
    }

    /**
     * Takes the next piece.
     *
     * @param frames gets each full frame of 20 ms
     * @return false if it came much faster than it can have been spoken; then nothing was taken
     */
    public boolean take(short[] samples, Consumer<short[]> frames) {
        long now = System.nanoTime();
        long since = Math.min(now - at, Duration.ofMinutes(1).toNanos());
        allowed = Math.min(ahead, allowed + since * rate / 1_000_000_000);
        at = now;
        if (samples.length > allowed) {
            return false;
        }
        allowed -= samples.length;
        int frame = rate / 50;
        short[] all = Arrays.copyOf(rest, rest.length + samples.length);
        System.arraycopy(samples, 0, all, rest.length, samples.length);
        int from = 0;
        for (; from + frame <= all.length; from += frame) {
            frames.accept(Arrays.copyOfRange(all, from, from + frame));
        }
        rest = Arrays.copyOfRange(all, from, all.length);
        return true;
    }
}
