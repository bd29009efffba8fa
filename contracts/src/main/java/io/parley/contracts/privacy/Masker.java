package io.parley.contracts.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds card numbers, e-mail addresses and telephone numbers in running text and replaces each by its token.
 *
 * <p>A run of 12 or more digits, however grouped and whatever it is glued to, is a card; a false alarm costs nothing, a
 * missed card is a breach, so the checksum is not consulted. Seven to 11 digits, or up to 13 with a leading plus, are a
 * telephone number unless they read as a date or an amount with its currency sign. Digits of any script count, and so do
 * digits said in words ({@link SpokenDigits}).
 */
public final class Masker {

    public static final String CARD = "<card>";
    public static final String EMAIL = "<email>";
    public static final String PHONE = "<phone>";

    private static final int CARD_DIGITS = 12;

    /** Characters that no text of ours has, since nobody agreed on their meaning; they keep a place each. */
    private static final char FIRST_PLACE = '\uE000';

    private static final int PLACES = 0x1900;
    private static final int PHONE_DIGITS = 7;
    private static final int PLUS_PHONE_DIGITS = 6;

    /** Longer ones, which ITU-T E.164 allows, are rare, and an American Express has fifteen digits. */
    private static final int LONGEST_PLUS_PHONE_DIGITS = 13;

    private static final Pattern EMAIL_ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+\\s?@\\s?[\\p{L}\\p{N}-]+(?:\\s?\\.\\s?[\\p{L}\\p{N}-]+)*");
    private static final Pattern SPOKEN_AT =
            Pattern.compile(" (?:at|ät|aet) ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SPOKEN_EMAIL_ADDRESS = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]+(?: (?:punkt|minus|unterstrich) [\\p{L}\\p{N}-]+)* (?:at|ät|aet) [\\p{L}\\p{N}-]+"
                    + "(?:(?: minus [\\p{L}\\p{N}-]+)* (?:dot|punkt) [\\p{L}\\p{N}-]+)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final String FIGURE = "\\p{Nd}";
    private static final String EDGE = "(?<![\\p{L}\\p{N}_])";
    private static final String WORD = "(?:" + EDGE + "(?:" + SpokenDigits.REPETITION + ")\\s+)?" + EDGE + "(?:"
            + SpokenDigits.WORD + ")(?![\\p{L}\\p{N}_])";
    private static final Pattern ONE_DIGIT =
            Pattern.compile(FIGURE + "|" + WORD, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FIGURES = run(FIGURE);
    private static final Pattern WORDS = run("(?:" + WORD + ")");
    private static final Pattern FIGURES_AND_WORDS = run("(?:" + FIGURE + "|" + WORD + ")");
    private static final Pattern DATE = Pattern.compile(
            "\\p{Nd}{4}[-/. ]\\p{Nd}{1,2}[-/. ]\\p{Nd}{1,2}|\\p{Nd}{1,2}[-/. ]\\p{Nd}{1,2}[-/. ]\\p{Nd}{2,4}");

    private static final Pattern AMOUNT = Pattern.compile("\\p{Nd}{1,3}(?:[.,\u00a0 ]\\p{Nd}{3})+(?:[.,]\\p{Nd}{2})?");

    private static final Pattern ENDS_WITH_CURRENCY = Pattern.compile("\\p{Sc}\\s?$");
    private static final Pattern BEGINS_WITH_CURRENCY = Pattern.compile("^[\\s\u00a0]?\\p{Sc}");

    private Masker() {}

    /** Returns the text with every card number, e-mail address and telephone number replaced by its token. */
    public static String mask(String text) {
        String masked =
                text.indexOf('@') < 0 ? text : EMAIL_ADDRESS.matcher(text).replaceAll(EMAIL);
        // To look for an address from every letter on costs far more than to look for its "at".
        if (SPOKEN_AT.matcher(masked).find()) {
            masked = SPOKEN_EMAIL_ADDRESS.matcher(masked).replaceAll(EMAIL);
        }
        if (!FIGURES_AND_WORDS.matcher(masked).find()) {
            return masked;
        }
        // Cards before all, so that no part of one is left; figures before words, so that "this one, 4111 …" keeps its
        // "one". A telephone number is not said half in words: that is a date and how many come along.
        masked = replace(FIGURES, masked, Masker::card);
        masked = replace(FIGURES_AND_WORDS, masked, Masker::card);
        masked = replace(FIGURES, masked, Masker::phone);
        return replace(WORDS, masked, Masker::phone);
    }

    /**
     * Replaces every run of digits that {@link #mask} takes for a card, and nothing else.
     *
     * @param standIn is given the run as it was said
     */
    public static String replaceCards(String text, UnaryOperator<String> standIn) {
        List<String> standIns = new ArrayList<>();
        BiFunction<String, MatchResult, Optional<String>> place = (whole, found) -> {
            if (!isCard(found.group()) || standIns.size() == PLACES) {
                return Optional.empty();
            }
            standIns.add(standIn.apply(found.group()));
            return Optional.of(String.valueOf((char) (FIRST_PLACE + standIns.size() - 1)));
        };
        String placed = replace(FIGURES_AND_WORDS, replace(FIGURES, text, place), place);
        StringBuilder replaced = new StringBuilder();
        placed.chars()
                .mapToObj(c -> c >= FIRST_PLACE && c < FIRST_PLACE + standIns.size()
                        ? standIns.get(c - FIRST_PLACE)
                        : String.valueOf((char) c))
                .forEach(replaced::append);
        return replaced.toString();
    }

    /** Digits one after another, with whatever people put between them. */
    private static Pattern run(String digit) {
        return Pattern.compile(
                "(?<!\\p{Nd})\\+?\\(?" + digit + "(?:[\\s.,/()\\-\u2010-\u2015\u00a0_*]{0,3}" + digit + "){3,}",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String replace(Pattern run, String text, BiFunction<String, MatchResult, Optional<String>> token) {
        return run.matcher(text)
                .replaceAll(found -> token.apply(text, found).orElseGet(() -> Matcher.quoteReplacement(found.group())));
    }

    private static Optional<String> card(String text, MatchResult found) {
        return isCard(found.group()) ? Optional.of(CARD) : Optional.empty();
    }

    private static boolean isCard(String run) {
        int digits = count(run);
        return digits >= CARD_DIGITS && !(run.startsWith("+") && digits <= LONGEST_PLUS_PHONE_DIGITS);
    }

    private static Optional<String> phone(String text, MatchResult found) {
        String run = found.group();
        int digits = count(run);
        boolean partOfAWord =
                found.start() > 0 && !run.startsWith("+") && Character.isLetter(text.codePointBefore(found.start()));
        boolean phone = digits >= PHONE_DIGITS || (run.startsWith("+") && digits >= PLUS_PHONE_DIGITS);
        boolean other = partOfAWord || DATE.matcher(run).matches() || isAmount(text, found);
        return phone && !other ? Optional.of(PHONE) : Optional.empty();
    }

    /** "$48,000.00", "24.000,00 €". */
    private static boolean isAmount(String text, MatchResult found) {
        return AMOUNT.matcher(found.group()).matches()
                && (ENDS_WITH_CURRENCY.matcher(text.substring(0, found.start())).find()
                        || BEGINS_WITH_CURRENCY
                                .matcher(text.substring(found.end()))
                                .find());
    }

    /** A double five is two digits. */
    private static int count(String run) {
        int digits = 0;
        for (Matcher digit = ONE_DIGIT.matcher(run); digit.find(); ) {
            digits += SpokenDigits.times(digit.group().split("\\s", 2)[0]);
        }
        return digits;
    }
}
