package io.parley.gateway.call;

import io.parley.speech.Sound;
import java.time.Duration;

/**
 * One way in which a caller's sound comes in and ours goes out: a browser's socket, a provider's stream, a SIP dialog with
 * its RTP. May be called from any thread; nothing here waits for the caller.
 */
public interface CallLeg {

    /** How such legs are called in metrics and records: {@code browser}, {@code stream}, {@code sip}. */
    String kind();

    /** Samples a second of the frames in both directions: 8000 or 16000. */
    int rate();

    /**
     * Says something once all that was given before is said.
     *
     * @param sound at any rate; the leg brings it to its own
     * @param mark told by {@link CallListener#played} when the last sample was sent, at the speed of speech
     */
    void play(Sound sound, String mark);

    /**
     * Falls silent at once: drops what plays and what is queued, whose marks are not told any more.
     *
     * @return how much of the sound that was playing had been sent, at the speed of speech; zero if nothing was playing
     */
    Duration clear();

    /** Ends the call; what is still queued is dropped. Ending it again does nothing. */
    void hangUp(CallEnd why);

    /**
     * Asks the other side to call a person instead (SIP REFER).
     *
     * @param target whom, as the other side understands it
     * @return false where such a leg cannot, or the other side does not
     */
    boolean transfer(String target);

    /** Shows the caller what happens in the call; nothing where there is no screen. */
    default void show(CallNotice notice) {}
}
