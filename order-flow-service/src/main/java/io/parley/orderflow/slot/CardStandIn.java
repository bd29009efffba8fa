package io.parley.orderflow.slot;

import io.parley.contracts.privacy.Masker;
import io.parley.contracts.privacy.SpokenDigits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts numbers that belong to nobody in the place of card numbers, so that what was said can be kept and read again with
 * the same effect: as many digits in the same places, said in figures or words as before, valid where the card number was
 * valid, and then with the same last four digits.
 */
public final class CardStandIn {

    private static final int KEPT = 4;
    private static final int SHORTEST_PHONE = 7;

    private static final int DIGITS = 10;
    private static final Pattern DIGIT = Pattern.compile(
            "\\p{Nd}|(?<![\\p{L}\\p{N}_])(?:(" + SpokenDigits.REPETITION + ")\\s+)?(" + SpokenDigits.WORD
                    + ")(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What parts two numbers, if they stand one after the other: no card is written with it. */
    private static final Pattern PARTING = Pattern.compile("[/_*\u2015]|,(?!\\p{Nd})|(?<!\\p{Nd}),");

    private CardStandIn() {}

    /** One digit as it was said, or several that are the same. */
    private record Said(MatchResult place, int digit, int times) {}

    /**
     * @param phones telephone numbers that are known, digits only; what is said of them stays
     * @return the text without a card number; the same text if it has none. Doing it twice changes nothing more
     */
    public static String in(String text, Collection<String> phones) {
        boolean tooShort = text.length() < CardReader.SHORTEST;
        return tooShort ? text : Masker.replaceCards(text, run -> standIn(run, phones));
    }

    private static String standIn(String run, Collection<String> phones) {
        if (isKnown(read(run), phones)) {
            return run;
        }
        StringBuilder changed = new StringBuilder();
        Matcher parting = PARTING.matcher(run);
        int from = 0;
        while (parting.find()) {
            changed.append(ofOneNumber(run.substring(from, parting.start()))).append(parting.group());
            from = parting.end();
        }
        return changed.append(ofOneNumber(run.substring(from))).toString();
    }

    private static boolean isKnown(List<Said> number, Collection<String> phones) {
        String significant = digits(number).replaceFirst("^0+", "");
        return significant.length() >= SHORTEST_PHONE && phones.stream().anyMatch(phone -> phone.endsWith(significant));
    }

    private static String ofOneNumber(String number) {
        List<Said> all = read(number);
        String digits = digits(all);
        return written(number, all, CardReader.isCard(digits) ? valid(all) : invalid(all));
    }

    private static List<Said> read(String number) {
        return DIGIT.matcher(number).results().map(CardStandIn::said).toList();
    }

    private static Said said(MatchResult place) {
        int digit = Optional.ofNullable(place.group(2))
                .map(SpokenDigits::digit)
                .orElseGet(() -> Character.digit(place.group().codePointAt(0), DIGITS));
        int times = Optional.ofNullable(place.group(1)).map(SpokenDigits::times).orElse(1);
        return new Said(place, digit, times);
    }

    /** Noughts, then the last digits, and one other digit that makes it a card again. */
    private static List<Integer> valid(List<Said> all) {
        List<Integer> chosen = new ArrayList<>();
        int left = all.stream().mapToInt(Said::times).sum();
        int free = 0;
        for (Said said : all) {
            boolean kept = left - said.times() < KEPT;
            chosen.add(kept ? said.digit() : 0);
            free += kept ? 0 : 1;
            left -= said.times();
        }
        for (int at = 0; at < free; at++) {
            for (int digit = 0; digit < DIGITS; digit++) {
                chosen.set(at, digit);
                if (CardReader.isCard(digits(all, chosen))) {
                    return chosen;
                }
            }
            chosen.set(at, 0);
        }
        return chosen;
    }

    /** Noughts and a one at the end, which no checksum passes. */
    private static List<Integer> invalid(List<Said> all) {
        List<Integer> chosen = new ArrayList<>(all.stream().map(said -> 0).toList());
        if (!chosen.isEmpty()) {
            chosen.set(chosen.size() - 1, 1);
        }
        return chosen;
    }

    private static String digits(List<Said> all) {
        return digits(all, all.stream().map(Said::digit).toList());
    }

    private static String digits(List<Said> all, List<Integer> chosen) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < all.size(); at++) {
            digits.append(String.valueOf(chosen.get(at)).repeat(all.get(at).times()));
        }
        return digits.toString();
    }

    private static String written(String number, List<Said> all, List<Integer> chosen) {
        StringBuilder written = new StringBuilder();
        int from = 0;
        for (int at = 0; at < all.size(); at++) {
            MatchResult place = all.get(at).place();
            boolean inWords = place.group(2) != null;
            written.append(number, from, inWords ? place.start(2) : place.start())
                    .append(
                            inWords
                                    ? SpokenDigits.inTheLanguageOf(place.group(2), chosen.get(at))
                                    : String.valueOf(chosen.get(at)));
            from = place.end();
        }
        return written.append(number.substring(from)).toString();
    }
}
