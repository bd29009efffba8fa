package io.parley.gateway.call;

/** Hears both sides of a call. Told by the call's own thread, which it must not keep waiting. */
public interface SoundListener {

    /**
     * The next 20 ms.
     *
     * @param caller linear 16-bit samples; silence while a secret is asked for
     * @param ours as many of what the caller hears
     */
    void heard(short[] caller, short[] ours);

    /** The call is over; nothing comes after it. */
    void ended();
}
