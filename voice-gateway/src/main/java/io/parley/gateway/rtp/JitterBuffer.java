package io.parley.gateway.rtp;

import java.util.Arrays;
import java.util.Random;

/**
 * Brings a stream of packets that come late, twice, in the wrong order or never, back to one frame every 20 ms. It waits as
 * long as the packets of the last two seconds needed, 40 to 240 ms, and no longer; what comes later than that is lost, and
 * is bridged by what came before, fading, or by noise as loud as the caller's side says its own is.
 *
 * <p>Sound lies in a ring by its timestamp, so packets may have any length. Of one thread.
 */
final class JitterBuffer {

    /** Samples of 20 ms at 8 kHz. */
    static final int FRAME = 160;

    private static final int RING = 1 << 14;
    private static final int SAMPLES_PER_MS = 8;
    private static final int LEAST_DELAY = 40 * SAMPLES_PER_MS;
    private static final int MOST_DELAY = 240 * SAMPLES_PER_MS;
    private static final int OBSERVED = 100;
    private static final int BRIDGED_FRAMES = 3;
    private static final double FADING = 0.6;
    /** Mean magnitude below which a frame may be left out unheard, to catch up. */
    private static final int QUIET = 200;

    private final short[] ring = new short[RING];
    private final boolean[] there = new boolean[RING];
    /** Arrival less timestamp of the latest packets, in samples: the least of them is the network at its quickest. */
    private final long[] transits = new long[OBSERVED];

    private final Random noise = new Random(1);
    private int observed;
    private boolean started;
    private int source;
    private long newest;
    private long cursor;
    private short[] last = new short[FRAME];
    private int bridged;
    private double comfort = -1;
    private long lost;
    private long late;

    /**
     * Takes sound in.
     *
     * @param arrival by a clock that never jumps, in nanoseconds
     */
    void put(RtpPacket packet, short[] samples, long arrival) {
        if (samples.length == 0 || samples.length > RING / 4) {
            return;
        }
        long begin = unwrapped(packet);
        if (!started || Math.abs(begin - newest) > RING / 2) {
            restart(packet, arrival);
            begin = newest;
        }
        newest = Math.max(newest, begin);
        transits[observed++ % OBSERVED] = samplesAt(arrival) - begin;
        if (begin + samples.length <= cursor) {
            late++;
            return;
        }
        for (int i = 0; i < samples.length; i++) {
            if (begin + i >= cursor) {
                int slot = (int) Math.floorMod(begin + i, (long) RING);
                ring[slot] = samples[i];
                there[slot] = true;
            }
        }
        comfort = -1;
    }

    /**
     * The caller's side sends nothing while its noise is so loud.
     *
     * @param level in decibels below the loudest, as in the payload of RFC 3389
     */
    void comfortNoise(int level) {
        // A triangle's share of a full-scale square wave; noise of one draw a sample.
        comfort = Short.MAX_VALUE * Math.pow(10, -Math.min(level, 127) / 20.0) * Math.sqrt(3);
    }

    /** The next 20 ms; silence before the first packet and long after the last. */
    short[] next(long now) {
        if (!started) {
            return new short[FRAME];
        }
        long due = samplesAt(now) - quickest() - delay();
        if (cursor > due + FRAME) {
            return bridge();
        }
        short[] frame = take();
        if (due - cursor > MOST_DELAY || (due - cursor > FRAME && isQuiet(frame))) {
            frame = take();
        }
        return frame;
    }

    /** How long packets are waited for at present, in milliseconds. */
    int delayMillis() {
        return (int) delay() / SAMPLES_PER_MS;
    }

    /** Frames that were bridged because a packet was missing. */
    long lost() {
        return lost;
    }

    /** Packets that came when their time was over. */
    long late() {
        return late;
    }

    private void restart(RtpPacket packet, long arrival) {
        started = true;
        source = packet.source();
        newest = packet.timestamp();
        observed = 0;
        Arrays.fill(there, false);
        transits[0] = samplesAt(arrival) - newest;
        observed = 1;
        cursor = newest - LEAST_DELAY;
        comfort = -1;
        bridged = BRIDGED_FRAMES;
        last = new short[FRAME];
    }

    private short[] take() {
        short[] frame = new short[FRAME];
        int missing = 0;
        for (int i = 0; i < FRAME; i++) {
            int slot = (int) Math.floorMod(cursor + i, (long) RING);
            if (there[slot]) {
                frame[i] = ring[slot];
                there[slot] = false;
            } else {
                missing++;
            }
        }
        cursor += FRAME;
        if (missing == FRAME) {
            return bridge();
        }
        bridged = 0;
        last = frame;
        return frame.clone();
    }

    private short[] bridge() {
        short[] frame = new short[FRAME];
        if (comfort >= 0) {
            for (int i = 0; i < FRAME; i++) {
                frame[i] = (short) Math.clamp(Math.round((2 * noise.nextDouble() - 1) * comfort), -32767, 32767);
            }
            return frame;
        }
        if (bridged < BRIDGED_FRAMES) {
            bridged++;
            lost++;
            for (int i = 0; i < FRAME; i++) {
                frame[i] = (short) (last[i] * FADING);
            }
            last = frame.clone();
        }
        return frame;
    }

    private long delay() {
        long slowest = Long.MIN_VALUE;
        int known = Math.min(observed, OBSERVED);
        for (int i = 0; i < known; i++) {
            slowest = Math.max(slowest, transits[i]);
        }
        return Math.clamp(slowest - quickest() + FRAME, LEAST_DELAY, MOST_DELAY);
    }

    private long quickest() {
        long quickest = Long.MAX_VALUE;
        int known = Math.min(observed, OBSERVED);
        for (int i = 0; i < known; i++) {
            quickest = Math.min(quickest, transits[i]);
        }
        return quickest;
    }

    /** The packet's timestamp without the wrap at 32 bits; far off if it belongs to another stream. */
    private long unwrapped(RtpPacket packet) {
        if (packet.source() != source) {
            return Long.MIN_VALUE / 2;
        }
        return newest + (int) (packet.timestamp() - newest);
    }

    private static long samplesAt(long nanos) {
        return nanos / (1_000_000 / SAMPLES_PER_MS);
    }

    private static boolean isQuiet(short[] frame) {
        long sum = 0;
        for (short sample : frame) {
            sum += Math.abs(sample);
        }
        return sum < (long) QUIET * FRAME;
    }
}
