package io.parley.orderflow.slot;

import java.util.stream.IntStream;

/** Tells what customers mention in order not to have it: "not Mars", "the Moon instead of Mars", "drop the album". */
final class Negation {

    private static final int REACH = 6;

    private Negation() {}

    /** Whether the words from {@code from} to {@code to} are said to be not meant. */
    static boolean negates(Hearing hearing, int from, int to) {
        return isTakenAway(hearing, from, to) || isReplaced(hearing, from);
    }

    /** Whether the words are said to be left out, rather than to be another. */
    static boolean isTakenAway(Hearing hearing, int from, int to) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        if (utterance.pausedBefore(from)) {
            return isTakenOff(hearing, to);
        }
        if (words.phrases("no-adjacent").contains(utterance.word(from - 1))) {
            return true;
        }
        for (int end = from; end > Math.max(0, from - REACH); end--) {
            int start = Math.min(
                    words.phrases("negators").startBefore(utterance, end),
                    hearing.heard().correcting()
                            ? words.phrases("negators-of-what-is-known").startBefore(utterance, end)
                            : end);
            if (start < end && IntStream.range(start + 1, end).noneMatch(utterance::pausedBefore)) {
                return !words.phrases("no-negators-after").contains(utterance.word(start - 1));
            }
            if (!words.phrases("negation-passes").contains(utterance.word(end - 1))
                    || utterance.pausedBefore(end - 1)) {
                break;
            }
        }
        return isTakenOff(hearing, to);
    }

    /** "The croissant docch nicht" is taken off, slip or not. */
    private static boolean isTakenOff(Hearing hearing, int to) {
        Utterance mended = hearing.withoutSlips();
        int end = hearing.words().phrases("taken-off").endAt(mended, to);
        return end > to && IntStream.range(to, end).noneMatch(mended::pausedBefore);
    }

    /** "Change Classic to Flex", "swap the oat milk for soy". */
    static boolean isReplaced(Hearing hearing, int from) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        int at = from;
        while (at > 0
                && !utterance.pausedBefore(at)
                && words.phrases("determiners").contains(utterance.word(at - 1))) {
            at--;
        }
        return at > 0
                && !utterance.pausedBefore(at)
                && words.phrases("replacing").contains(utterance.word(at - 1));
    }
}
