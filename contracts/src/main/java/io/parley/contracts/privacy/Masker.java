package io.parley.contracts.privacy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds card numbers, e-mail addresses and telephone numbers in running text and replaces each by its token.
 *
 * <p>A run of 12 to 19 digits, however grouped, is a card; a false alarm costs nothing, a missed card is a breach, so
 * the checksum is not consulted. Seven to 11 digits, or any number with a leading plus, are a telephone number unless
 * they read as a date. Digits of any script count.
 */
public final class Masker {

    public static final String CARD = "<card>";
    public static final String EMAIL = "<email>";
    public static final String PHONE = "<phone>";

    private static final int CARD_DIGITS = 12;
    private static final int PHONE_DIGITS = 7;
    private static final int PLUS_PHONE_DIGITS = 6;

    private static final Pattern EMAIL_ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\s?\\.\\s?[\\p{L}\\p{N}-]+)*");
    private static final Pattern SPOKEN_EMAIL_ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]+ at [\\p{L}\\p{N}-]+(?: dot [\\p{L}\\p{N}-]+)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGIT_RUN = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}<])\\+?\\(?\\p{Nd}(?:[\\s.,/()\\-\u2010-\u2015\u00a0_*]{0,3}\\p{Nd}){5,}");
    private static final Pattern DATE = Pattern.compile(
            "\\p{Nd}{4}[-/. ]\\p{Nd}{1,2}[-/. ]\\p{Nd}{1,2}|\\p{Nd}{1,2}[-/. ]\\p{Nd}{1,2}[-/. ]\\p{Nd}{2,4}");

    private Masker() {}

    /** Returns the text with every card number, e-mail address and telephone number replaced by its token. */
    public static String mask(String text) {
        String masked = EMAIL_ADDRESS.matcher(text).replaceAll(EMAIL);
        masked = SPOKEN_EMAIL_ADDRESS.matcher(masked).replaceAll(EMAIL);
        return DIGIT_RUN.matcher(masked).replaceAll(Masker::token);
    }

    private static String token(MatchResult run) {
        String text = run.group();
        long digits = text.codePoints().filter(Character::isDigit).count();
        if (digits >= CARD_DIGITS) {
            return CARD;
        }
        if (DATE.matcher(text).matches()) {
            return text;
        }
        boolean phone = digits >= PHONE_DIGITS || (text.startsWith("+") && digits >= PLUS_PHONE_DIGITS);
        return phone ? PHONE : text;
    }
}
