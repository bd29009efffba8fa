package io.parley.orderflow.review;

import java.util.Locale;

/** The words of a row, as two rows are compared: by letters and digits alone, as the validator does. */
final class RowText {

    private RowText() {}

    static String normalised(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}<>]+", " ")
                .strip();
    }
}
