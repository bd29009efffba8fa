package io.parley.orderflow.slot;

import java.util.Arrays;
import java.util.Locale;

/** Compares words as the language's readers do, whatever spelling a customer prefers. */
public final class Spelling {

    private static final int SHORTEST_NAME = 4;

    private Spelling() {}

    /**
     * Whether a word that was said is, but for its ending, a slot's name or the end of it: "den Namen" speaks of
     * {@code kundenname}, "the mails" of {@code email}, and "extra" of {@code wanted_extras}.
     */
    public static boolean isNameOf(Locale locale, String slot, String said) {
        Words words = Words.of(locale);
        String word = words.stem(words.fold(said));
        return word.length() >= SHORTEST_NAME
                && Arrays.stream(slot.split("_"))
                        .filter(part -> part.length() >= SHORTEST_NAME)
                        .map(words::fold)
                        .anyMatch(
                                part -> part.endsWith(word) || words.stem(part).endsWith(word));
    }
}
