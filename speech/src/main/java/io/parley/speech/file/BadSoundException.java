package io.parley.speech.file;

import java.io.IOException;

/** A file that is no sound we can read; the message says what is wrong and what to do. */
public final class BadSoundException extends IOException {
    private static final long serialVersionUID = 1L;

    public BadSoundException(String message) {
        super(message);
    }
}
