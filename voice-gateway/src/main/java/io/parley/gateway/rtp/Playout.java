package io.parley.gateway.rtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What is still to be said, at 8 kHz, and how far it is said. Thread-safe. */
final class Playout {

    private static final int SAMPLES_PER_MS = 8;

    // An array: a piece is compared with nothing.
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(short[] samples, String mark) {}

    private final Queue<Piece> pieces = new ArrayDeque<>();
    private @Nullable Piece current;
    private int sent;

    synchronized void add(short[] samples, String mark) {
        pieces.add(new Piece(samples, mark));
    }

    /** Drops everything, and says how much of the current piece was sent. */
    synchronized Duration clear() {
        Duration heard = current == null ? Duration.ZERO : Duration.ofMillis(sent / SAMPLES_PER_MS);
        pieces.clear();
        current = null;
        sent = 0;
        return heard;
    }

    /**
     * The next 20 ms; empty while there is nothing to say.
     *
     * @param frame what is sent, filled up with silence
     * @param mark of the piece that ends with it
     */
    // An array: a frame is compared with nothing.
    @SuppressWarnings("ArrayRecordComponent")
    record Next(short[] frame, Optional<String> mark) {}

    synchronized Optional<Next> next() {
        Piece piece = current == null ? pieces.poll() : current;
        if (piece == null) {
            return Optional.empty();
        }
        int end = Math.min(sent + JitterBuffer.FRAME, piece.samples().length);
        short[] frame = Arrays.copyOf(Arrays.copyOfRange(piece.samples(), sent, end), JitterBuffer.FRAME);
        boolean over = end == piece.samples().length;
        current = over ? null : piece;
        sent = over ? 0 : end;
        return Optional.of(new Next(frame, over ? Optional.of(piece.mark()) : Optional.empty()));
    }
}
