package io.parley.orderflow.slot;

import java.util.ArrayList;
import java.util.List;

/** Reads card numbers: 12 to 19 digits in any grouping, written or spoken, with the checksum of ISO/IEC 7812. */
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
        for (DigitRun run : DigitRun.all(utterance, words)) {
            int length = run.digits().length();
            if (run.international() || !utterance.isFree(run.from(), run.to())) {
                continue;
            }
            if (length >= SHORTEST && length <= LONGEST) {
                found.add(
                        passesChecksum(run.digits())
                                ? Mention.of(run.from(), run.to(), run.digits())
                                : Mention.refused(run.from(), run.to(), Refusal.BAD_CHECKSUM));
            } else if (wanted && length >= ATTEMPT) {
                found.add(Mention.refused(run.from(), run.to(), Refusal.MALFORMED));
            }
        }
        return found;
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
