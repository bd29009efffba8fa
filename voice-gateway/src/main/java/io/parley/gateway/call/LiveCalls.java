package io.parley.gateway.call;

/** The calls that are up, for those who hear them. */
public interface LiveCalls {

    /**
     * Has somebody hear a call from now on, both sides.
     *
     * @return false if no such call is up
     */
    boolean listen(String call, SoundListener listener);

    /** Has somebody hear no more of it; nothing happens where the call is over. */
    void leave(String call, SoundListener listener);
}
