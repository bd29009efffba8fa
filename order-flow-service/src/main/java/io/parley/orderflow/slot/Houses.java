package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells the numbers of houses, which count nothing: "six hundred Roosevelt Road", "Lindenstrasse 12". */
final class Houses {

    /** Words of a street's name before what kind of street it is. */
    private static final int LONGEST_STREET = 3;

    private Houses() {}

    /** A house with its street, words from {@code from} to before {@code to}. */
    record House(int from, int to) {}

    /** Whether the number from {@code from} to {@code to} stands before a street or after one. */
    static boolean isNumber(Hearing hearing, int from, int to) {
        return isBeforeStreet(hearing, to) || isAfterStreet(hearing, from);
    }

    /** The house and street that begin here: "9 Oak Lane", "Lindenstrasse 12". */
    static Optional<House> at(Hearing hearing, int from) {
        Utterance utterance = hearing.utterance();
        Optional<Integer> behindNumber =
                hearing.lexicon().numerals().at(utterance, from).map(Numeral::to);
        if (behindNumber.isPresent()) {
            return behindNumber
                    .filter(to -> isBeforeStreet(hearing, to))
                    .map(to -> new House(from, endOfStreet(hearing, to)));
        }
        return hearing.lexicon()
                .numerals()
                .at(utterance, from + 1)
                .filter(number -> isAfterStreet(hearing, from + 1))
                .map(number -> new House(from, behindLetter(utterance, number.to())));
    }

    /** "7b" is one number. */
    static int behindLetter(Utterance utterance, int to) {
        return to < utterance.size()
                        && utterance.gap(to).isEmpty()
                        && utterance.word(to).length() == 1
                ? to + 1
                : to;
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
        return endOfStreet(hearing, to) > to;
    }

    /** Where the street ends that begins here: behind its name and what kind of street it is; the same word if there is none. */
    private static int endOfStreet(Hearing hearing, int from) {
        Utterance utterance = hearing.withoutSlips();
        Words words = hearing.words();
        int at = from;
        while (at < from + LONGEST_STREET && !utterance.pausedBefore(at) && !words.isFamiliar(utterance.word(at))) {
            at++;
        }
        boolean street = at > from
                && !utterance.pausedBefore(at)
                && words.phrases("street-words").contains(utterance.word(at));
        return street ? at + 1 : from;
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
