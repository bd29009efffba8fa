package io.parley.intent.features;

import java.util.Locale;

/** A part of what the network sees. One can be left out to find what it is worth. */
public enum InputPart {
    /** The current state, and those of earlier turns. */
    STATE,
    /** The allowed next states. */
    MASK,
    /** Earlier turns. */
    HISTORY,
    /** Words, parts of words and their crosses with the state. */
    WIDE,
    /** The encoding of the whole text. */
    SENTENCE,
    /** What the recurrent part reads piece by piece. */
    PIECES,
    /** What the frozen encoders know: without it pieces are told apart, but mean nothing, and there is no sentence. */
    PRETRAINED;

    /** As operators write it: {@code state}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
