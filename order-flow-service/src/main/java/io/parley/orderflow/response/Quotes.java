package io.parley.orderflow.response;

import java.util.Locale;
import java.util.Map;

/** The quotation marks of a language; the English ones where we know of no others. */
final class Quotes {

    private static final Map<String, String> MARKS = Map.of("de", "„%s“");

    private Quotes() {}

    static String around(String text, Locale locale) {
        return MARKS.getOrDefault(locale.getLanguage(), "“%s”").formatted(text);
    }
}
