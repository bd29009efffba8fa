package io.parley.orderflow.slot;

import java.util.List;
import java.util.Locale;

/** Finds what comes after the words that ask to keep something. */
public final class Keeping {

    private Keeping() {}

    /** The part of the text behind each such word; nothing if there is none. */
    public static List<String> named(Locale locale, String text) {
        String plain = " " + String.join(" ", Utterance.words(text)) + " ";
        return Words.of(locale).list("keeping").stream()
                .map(phrase -> " " + String.join(" ", Utterance.words(phrase)) + " ")
                .filter(plain::contains)
                .map(phrase -> plain.substring(plain.indexOf(phrase) + phrase.length()))
                .toList();
    }
}
