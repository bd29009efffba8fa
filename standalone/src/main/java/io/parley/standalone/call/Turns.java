package io.parley.standalone.call;

/**
 * Whether it is the caller's turn: the other side has spoken, and has been silent for a while since, or it says nothing at
 * all. Of one thread at a time.
 */
final class Turns {

    private static final int FRAME_MILLIS = 20;
    private static final int NOTHING_MILLIS = 5_000;

    private final int silenceMillis;
    private int silent;
    private boolean spoken;

    /**
     * @param silenceMillis how long the other side must be silent
     */
    Turns(int silenceMillis) {
        this.silenceMillis = silenceMillis;
    }

    /**
     * Hears 20 ms.
     *
     * @return whether it is the caller's turn, told once
     */
    boolean heard(short[] frame) {
        if (Loudness.isSpeech(frame)) {
            spoken = true;
            silent = 0;
            return false;
        }
        silent += FRAME_MILLIS;
        if (silent >= (spoken ? silenceMillis : NOTHING_MILLIS)) {
            spoken = false;
            silent = 0;
            return true;
        }
        return false;
    }
}
