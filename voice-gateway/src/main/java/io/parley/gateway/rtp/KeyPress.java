package io.parley.gateway.rtp;

/**
 * A key on its way out: 100 ms of packets that each tell how long it is held by now, the last of them three times, then as
 * much silence.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4733#section-2.5.1">RFC 4733, section 2.5.1</a>
 */
final class KeyPress {

    private static final int HELD = 5;
    private static final int REPEATED = 2;
    private static final int PAUSE = 5;
    private static final byte VOLUME = 10;
    private static final int END = 0x80;

    private final int event;
    private final long timestamp;
    private int frame;

    /**
     * @param timestamp when it begins, in samples
     * @throws IllegalArgumentException if no telephone has such a key
     */
    KeyPress(char key, long timestamp) {
        event = Keys.event(key);
        this.timestamp = timestamp;
    }

    long timestamp() {
        return timestamp;
    }

    boolean isFirst() {
        return frame == 0;
    }

    boolean isOver() {
        return frame >= HELD + REPEATED + PAUSE;
    }

    /** Whether only the pause after the key is left; nothing is sent then but sound. */
    boolean isPause() {
        return frame >= HELD + REPEATED;
    }

    /** The payload of the next 20 ms. */
    byte[] next() {
        frame++;
        int held = Math.min(frame, HELD) * JitterBuffer.FRAME;
        int flags = frame >= HELD ? END | VOLUME : VOLUME;
        return new byte[] {(byte) event, (byte) flags, (byte) (held >> 8), (byte) held};
    }

    /** 20 ms of the pause pass. */
    void pause() {
        frame++;
    }
}
