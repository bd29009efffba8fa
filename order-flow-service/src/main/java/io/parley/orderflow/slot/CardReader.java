package io.parley.orderflow.slot;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads card numbers: 12 to 19 digits in any grouping, written or spoken, with the checksum of ISO/IEC 7812, and as many as the
 * issuers give that begin so.
 */
public final class CardReader {

    /** Digits of the longest card numbers there are. */
    public static final int LONGEST = 19;

    static final int SHORTEST = 12;

    /** Fewer digits than this are no attempt at a card number. */
    private static final int ATTEMPT = 6;

    private CardReader() {}

    /** @param wanted whether a card was asked for, so that too few digits are a mistake and not something else */
    static List<Mention> read(Utterance utterance, Words words, boolean wanted) {
        List<Mention> found = new ArrayList<>();
        for (DigitRun run : joined(DigitRun.all(utterance, words), utterance)) {
            int length = run.digits().length();
            if (run.international() || !utterance.isFree(run.from(), run.to())) {
                continue;
            }
            if (length >= SHORTEST && length <= LONGEST) {
                found.add(
                        isCard(run.digits())
                                ? Mention.of(run.from(), run.to(), run.digits())
                                : Mention.refused(run.from(), run.to(), Refusal.BAD_CHECKSUM));
            } else if (wanted && length >= ATTEMPT) {
                found.add(Mention.refused(run.from(), run.to(), Refusal.MALFORMED));
            }
        }
        return found;
    }

    /**
     * Groups said with pauses, "five five five five, five five …", are one run if together they are a card: the longest that is
     * one. A card that is whole by itself is not joined to what was said before it: "try this one, 4242 …".
     */
    private static List<DigitRun> joined(List<DigitRun> runs, Utterance utterance) {
        List<DigitRun> joined = new ArrayList<>();
        for (int first = 0; first < runs.size(); first++) {
            DigitRun whole = runs.get(first);
            DigitRun card = whole;
            int last = first;
            for (int next = first + 1; next < runs.size() && isNextGroup(whole, runs.get(next), utterance); next++) {
                whole = new DigitRun(
                        whole.from(),
                        runs.get(next).to(),
                        whole.digits() + runs.get(next).digits(),
                        whole.international());
                if (isCard(whole.digits())) {
                    card = whole;
                    last = next;
                }
            }
            joined.add(card);
            first = last;
        }
        return joined;
    }

    private static boolean isNextGroup(DigitRun before, DigitRun next, Utterance utterance) {
        return next.from() == before.to()
                && next.digits().length() < SHORTEST
                && before.digits().length() + next.digits().length() <= LONGEST
                && utterance.gap(before.to()).strip().equals(",");
    }

    static boolean isCard(String digits) {
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && passesChecksum(digits)
                && isOfItsIssuersLength(digits);
    }

    /** "4242 4242 4242" passes the checksum, and is a Visa card that is not finished. */
    private static boolean isOfItsIssuersLength(String digits) {
        int length = digits.length();
        int first = digits.charAt(0) - '0';
        int firstTwo = Integer.parseInt(digits.substring(0, 2));
        int firstFour = Integer.parseInt(digits.substring(0, 4));
        boolean visa = first == 4;
        boolean americanExpress = firstTwo == 34 || firstTwo == 37;
        boolean mastercard = (firstTwo >= 51 && firstTwo <= 55) || (firstFour >= 2221 && firstFour <= 2720);
        if (visa) {
            return length == 13 || length == 16 || length == 19;
        }
        return americanExpress ? length == 15 : !mastercard || length == 16;
    }

    /** Luhn: from the right every second digit doubled, cross sums added, divisible by ten. */
    static boolean passesChecksum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
