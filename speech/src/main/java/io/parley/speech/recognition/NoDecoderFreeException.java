package io.parley.speech.recognition;

/** As many utterances are being heard as there are decoders; a moment later one may be free. */
public final class NoDecoderFreeException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoDecoderFreeException(int decoders) {
        super("all " + decoders + " decoders are listening; allow more calls at once only with more decoders");
    }
}
