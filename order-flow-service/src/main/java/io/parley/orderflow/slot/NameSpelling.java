package io.parley.orderflow.slot;

import java.util.Locale;

/** Writes a name as it is written in a letter. */
final class NameSpelling {

    private NameSpelling() {}

    static String of(String said) {
        StringBuilder name = new StringBuilder();
        boolean first = true;
        for (String word : said.trim().split("\\s+", -1)) {
            name.append(first ? "" : " ").append(capitalised(word));
            first = false;
        }
        return name.toString();
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
