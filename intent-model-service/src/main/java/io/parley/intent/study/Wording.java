package io.parley.intent.study;

import java.util.Locale;
import java.util.regex.Pattern;

/** What of a text decides that another is the same wording. */
final class Wording {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}<>]+");

    private Wording() {}

    /** The words in lower case, without punctuation, one blank between them. */
    static String of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
        return BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
    }
}
