package io.parley.gateway.rtp;

/** What a session tells, from its own thread; whoever hears it does not keep it waiting. */
public interface RtpListener {

    /** The next 20 ms of the caller, 160 samples. Told at the speed of speech unless the call is held. */
    void heard(short[] frame);

    /** The caller pressed one of {@code 0-9 * # A-D}; told once a press. */
    void digit(char digit);

    /** The last sample of the sound with that mark was sent. */
    void played(String mark);

    /** Nothing came from the caller for so long that nobody can be there; told once. */
    void silent();

    /** The session is over; nothing comes after it. */
    void closed();
}
