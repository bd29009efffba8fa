package io.parley.speech.vosk;

/** Vosk cannot be used here; the message says why and what to do. */
public final class VoskUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public VoskUnavailableException(String message) {
        super(message);
    }

    public VoskUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
