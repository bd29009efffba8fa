package io.parley.gateway.call;

import io.parley.speech.Sound;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands a leg's sound on at the speed of speech, in frames of 20 ms, a little ahead of it. So what was sent is about what was
 * heard, and what was not is dropped at once where the caller speaks.
 */
public final class PacedVoice implements AutoCloseable {

    private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** What the other side holds so that a late frame makes no gap. */
    private static final long AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    private final int rate;
    private final Way way;
    private final Deque<Piece> queue = new ArrayDeque<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("paced-voice").factory());

    private int sent;
    private long due;
    private boolean closed;

    /** Where frames go. Called by one thread. */
    public interface Way {
        /** @param frame 20 ms, the last of a sound filled up with silence */
        void frame(short[] frame);

        /** The last frame of the sound with that mark was sent, and played but for what is held ahead. */
        void played(String mark);
    }

    private record Piece(Sound sound, String mark) {}

    /** @param rate of the frames */
    public PacedVoice(int rate, Way way) {
        this.rate = rate;
        this.way = way;
        var _ = clock.scheduleAtFixedRate(this::send, 0, 10, TimeUnit.MILLISECONDS);
    }

    /** Queues a sound. */
    public void play(Sound sound, String mark) {
        synchronized (this) {
            if (!closed) {
                if (queue.isEmpty()) {
                    due = System.nanoTime();
                }
                queue.add(new Piece(sound.atRate(rate), mark));
            }
        }
    }

    /**
     * Drops what is queued.
     *
     * @return how much of the sound that was playing had been sent
     */
    public synchronized Duration clear() {
        Duration played = Duration.ofMillis(1000L * sent / rate);
        queue.clear();
        sent = 0;
        return played;
    }

    private void send() {
        try {
            while (next()) {
                // As many frames as are due.
            }
        } catch (RuntimeException e) {
            // The way broke; whoever owns it ends the call.
            close();
        }
    }

    private boolean next() {
        short[] frame = new short[rate / 50];
        @Nullable String played = null;
        synchronized (this) {
            Piece piece = queue.peek();
            if (piece == null || closed || System.nanoTime() < due - AHEAD_NANOS) {
                return false;
            }
            short[] samples = piece.sound().samples();
            int count = Math.min(frame.length, samples.length - sent);
            System.arraycopy(samples, sent, frame, 0, count);
            sent += count;
            due += FRAME_NANOS;
            if (sent >= samples.length) {
                queue.remove();
                sent = 0;
                played = piece.mark();
            }
        }
        way.frame(frame);
        if (played != null) {
            way.played(played);
        }
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        queue.clear();
        clock.shutdown();
    }
}
