package io.parley.speech.recognition;

import io.parley.speech.Sound;
import java.util.Optional;

/**
 * One utterance while it is heard. Decoding goes along with the sound, so that {@link #end()} answers soon. One thread at a
 * time; close it in any case, which gives the decoder back.
 */
public interface Listening extends AutoCloseable {
    /**
     * The next piece of sound, of any length; 8 or 16 kHz, the same rate throughout. Returns at once.
     *
     * @throws IllegalStateException if it was ended or closed
     * @throws IllegalArgumentException if the rate changes
     */
    void hear(Sound chunk);

    /** What was understood so far; absent where there is nothing yet or the engine does not tell. */
    Optional<String> partial();

    /**
     * That was all: what was heard. Waits for the decoder to come to the end of the sound.
     *
     * @throws IllegalStateException if it was ended before or closed
     */
    Heard end();

    /** Gives the decoder back; the utterance, if it was not ended, is given up. Closing again does nothing. */
    @Override
    void close();
}
