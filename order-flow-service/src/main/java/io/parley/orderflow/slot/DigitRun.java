package io.parley.orderflow.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Digits said one after another, as of a card or a telephone, in figures or in words.
 *
 * @param from its first word
 * @param to after its last word
 * @param digits nothing but them
 * @param international whether a plus stands before them
 */
record DigitRun(int from, int to, String digits, boolean international) {

    private static final String SEPARATORS = " -.()+";

    static List<DigitRun> all(Utterance utterance, Words words) {
        List<DigitRun> runs = new ArrayList<>();
        Map<String, Integer> spoken = words.numbered("digits");
        for (int at = 0; at < utterance.size(); at++) {
            int end = at;
            StringBuilder digits = new StringBuilder();
            while (end < utterance.size() && (end == at || separates(utterance.gap(end)))) {
                int next = read(utterance, end, spoken, words, digits);
                if (next == end) {
                    break;
                }
                end = next;
            }
            if (end > at) {
                runs.add(new DigitRun(
                        at, end, digits.toString(), utterance.gap(at).endsWith("+") || international(utterance, at)));
                at = end - 1;
            }
        }
        return runs;
    }

    private static boolean international(Utterance utterance, int at) {
        return utterance.word(at - 1).equals("plus");
    }

    /** Appends what stands at this position; the position after it, or the same if it is no digit. */
    private static int read(
            Utterance utterance, int at, Map<String, Integer> spoken, Words words, StringBuilder digits) {
        if (utterance.isNumber(at)) {
            utterance.word(at).chars().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
            return at + 1;
        }
        Integer digit = spoken.get(utterance.word(at));
        if (digit != null) {
            digits.append(digit);
            return at + 1;
        }
        Integer times = words.numbered("repeated-digits").get(utterance.word(at));
        Integer repeated = spoken.get(utterance.word(at + 1));
        if (times != null && repeated != null) {
            digits.append(String.valueOf(repeated).repeat(times));
            return at + 2;
        }
        return at;
    }

    private static boolean separates(String gap) {
        return gap.chars().allMatch(c -> SEPARATORS.indexOf(c) >= 0);
    }
}
