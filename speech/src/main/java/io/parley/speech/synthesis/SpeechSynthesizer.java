package io.parley.speech.synthesis;

import io.parley.speech.Sound;
import java.util.List;

/** Speaks. Thread-safe: voices are pooled, and sentences said before are kept. */
public interface SpeechSynthesizer extends AutoCloseable {
    /** The engine's name in configuration, metrics and health: {@code freetts}, {@code flite}, {@code espeak-ng}. */
    String engine();

    /**
     * Says a text, however many sentences it has.
     *
     * @param text as it is written in a chat; numbers, dates, money and addresses are read out as people do
     * @return at 16 kHz
     * @throws UnspeakableException if nothing in it can be said, or the engine failed
     */
    Sound say(String text) throws UnspeakableException;

    /**
     * The parts a text is best said in, one after another, so that the first is heard early; each can be given to
     * {@link #say}. Together they are the whole text.
     */
    default List<String> parts(String text) {
        return Sentences.of(text);
    }

    /** Gives up the voices. */
    @Override
    void close();
}
