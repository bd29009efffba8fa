package io.parley.gateway.sip;

/** What a caller's telephone tells, from one thread at a time. */
public interface CallerListener {

    /** The other side answered. */
    default void answered() {}

    /** The next 20 ms of the other side, at 8 kHz. */
    void heard(short[] frame);

    /** The last sample of the sound with that mark was sent. */
    default void played(String mark) {}

    /**
     * The call is over, or there was none. Nothing comes after it.
     *
     * @param how such as {@code they hung up} or {@code 486 Busy Here}
     * @param answered whether it was one
     */
    void over(String how, boolean answered);
}
