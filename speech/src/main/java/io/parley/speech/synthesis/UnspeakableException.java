package io.parley.speech.synthesis;

/** A text of which no voice can make a sound, or an engine that failed over it. The message never holds the text. */
public final class UnspeakableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnspeakableException(String message) {
        super(message);
    }

    public UnspeakableException(String message, Throwable cause) {
        super(message, cause);
    }
}
