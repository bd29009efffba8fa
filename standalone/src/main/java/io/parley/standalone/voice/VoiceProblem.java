package io.parley.standalone.voice;

/** What a person at the command line can set right; the message says how. */
public final class VoiceProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VoiceProblem(String message, Throwable cause) {
        super(message, cause);
    }

    VoiceProblem(String message) {
        super(message);
    }
}
