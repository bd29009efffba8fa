package io.parley.orderflow.slot;

import java.util.Locale;

/** Compares words as the language's readers do, whatever spelling a customer prefers. */
public final class Spelling {

    private Spelling() {}

    /** The word in the spelling under which all of its spellings are looked up. */
    public static String folded(Locale locale, String word) {
        return Words.of(locale).fold(word);
    }
}
