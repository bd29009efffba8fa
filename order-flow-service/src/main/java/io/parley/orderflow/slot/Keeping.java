package io.parley.orderflow.slot;

import java.util.List;
import java.util.Locale;

/** Finds what comes after the words that ask to keep something. */
public final class Keeping {

    private Keeping() {}

    /** The part of the text behind each such word, or before it where it is the last; nothing if there is none. */
    public static List<String> named(Locale locale, String text) {
        Words words = Words.of(locale);
        String plain = spaced(text, words);
        return words.list("keeping").stream()
                .map(phrase -> spaced(phrase, words))
                .filter(plain::contains)
                .map(phrase -> plain.endsWith(phrase)
                        ? plain.substring(0, plain.lastIndexOf(phrase))
                        : plain.substring(plain.indexOf(phrase) + phrase.length()))
                .toList();
    }

    /** The words with one space before, between and after them, so that none is found within another. */
    private static String spaced(String text, Words words) {
        return " " + String.join(" ", words.split(text)) + " ";
    }
}
