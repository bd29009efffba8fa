package io.parley.speech.recognition;

/** Turns what a customer says into text. Any thread may begin to listen; a {@link Listening} belongs to one call. */
public interface SpeechRecognizer extends AutoCloseable {
    /** The engine's name in configuration, metrics and health: {@code sphinx4}, {@code vosk}. */
    String engine();

    /** Whether a {@link Listening} can tell what it has understood so far before it ends. */
    boolean tellsPartials();

    /**
     * Begins to listen to one utterance, with a decoder of a bounded pool.
     *
     * @param vocabulary what the campaign's customers say; an engine that knows a whole language may use it as a hint only
     * @param expects what kind of answer the question just asked calls for
     * @throws NoDecoderFreeException if as many utterances are being heard as the pool has decoders
     */
    Listening listen(Vocabulary vocabulary, Expectation expects) throws NoDecoderFreeException;

    /** Makes ready for a vocabulary, so that the first customer does not wait for it. Returns when it is. */
    void prepare(Vocabulary vocabulary);

    /** Gives up the engine; what is being heard ends with nothing. */
    @Override
    void close();
}
