package io.parley.orderflow.slot;

import java.util.stream.IntStream;

/** Tells the numbers of houses, which count nothing: "six hundred Roosevelt Road", "Lindenstrasse 12". */
final class Houses {

    /** Words of a street's name before what kind of street it is. */
    private static final int LONGEST_STREET = 3;

    private Houses() {}

    /** Whether the number from {@code from} to {@code to} stands before a street or after one. */
    static boolean isNumber(Hearing hearing, int from, int to) {
        return isBeforeStreet(hearing, to) || isAfterStreet(hearing, from);
    }

    /** Whether the number of a house stands among these words. */
    static boolean isAmong(Hearing hearing, int from, int to) {
        return first(hearing, from, to) < to;
    }

    /** Where an address begins: at its house after "the rider should head to" and the like, else at the first word. */
    static int skipWayTo(Hearing hearing, int from, int to) {
        int house = first(hearing, from, to);
        boolean led = house < to
                && hearing.words().phrases("before-house").startBefore(hearing.utterance(), house) < house
                && IntStream.range(from, house).noneMatch(hearing.utterance()::isNumber);
        return led ? house : from;
    }

    private static int first(Hearing hearing, int from, int to) {
        return IntStream.range(from, to)
                .filter(at -> hearing.lexicon()
                        .numerals()
                        .at(hearing.utterance(), at)
                        .filter(number -> isNumber(hearing, at, number.to()))
                        .isPresent())
                .findFirst()
                .orElse(to);
    }

    private static boolean isBeforeStreet(Hearing hearing, int to) {
        Utterance utterance = hearing.withoutSlips();
        Words words = hearing.words();
        int at = to;
        while (at < to + LONGEST_STREET && !utterance.pausedBefore(at) && !words.isFamiliar(utterance.word(at))) {
            at++;
        }
        return at > to
                && !utterance.pausedBefore(at)
                && words.phrases("street-words").contains(utterance.word(at));
    }

    /** Whether the word before is a street: "Lindenstrasse 12". */
    static boolean isAfterStreet(Hearing hearing, int from) {
        Utterance utterance = hearing.utterance();
        String before = utterance.word(from - 1);
        return !utterance.pausedBefore(from)
                && hearing.words().split(hearing.words().text("street-endings")).stream()
                        .anyMatch(ending -> before.endsWith(ending) && before.length() > ending.length());
    }
}
