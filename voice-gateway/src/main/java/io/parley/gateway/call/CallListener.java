package io.parley.gateway.call;

/** What a leg tells of its caller: from one thread at a time, and it is never kept waiting. */
public interface CallListener {

    /**
     * The next 20 ms of the caller's sound. Frames come at the speed of speech; what is lost is silence.
     *
     * @param frame linear 16-bit samples at {@link CallLeg#rate()}; given away
     */
    void heard(short[] frame);

    /**
     * The caller pressed a key; told once a press.
     *
     * @param digit one of {@code 0-9 * # A-D}
     */
    void digit(char digit);

    /** The last sample of the sound with that mark was sent. */
    void played(String mark);

    /**
     * The caller typed something beside the call; it is answered as if they had said it.
     *
     * @param turnId chosen by the client, unique in the conversation
     */
    default void typed(String turnId, String text) {}

    /** The caller is gone, or the way to them. Nothing comes after it. */
    void ended(CallEnd why);
}
