package io.parley.orderflow.slot;

import java.util.List;
import java.util.stream.Stream;

/** What an utterance says besides the values that were read from it. */
final class Remainder {

    /** What may stand beside a value without saying anything else. */
    private static final List<String> EMPTY_WORDS = List.of(
            "around-values",
            "settling",
            "courtesies",
            "fillers",
            "people",
            "pieces",
            "of-us",
            "name-intros",
            "list-joins",
            "determiners");

    private static final List<String> NUMERALS = List.of("ones", "tens", "scales");

    private Remainder() {}

    /** Whether nothing is said but the values; asked after the readers have listened. */
    static boolean isEmpty(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        int at = 0;
        while (at < utterance.size()) {
            int end = passed(hearing.words(), utterance, at);
            if (end == at) {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** Where a value, a number or words that say nothing end, or {@code at} if something else is said there. */
    private static int passed(Words words, Utterance utterance, int at) {
        boolean isNumeral =
                NUMERALS.stream().anyMatch(entry -> words.numbered(entry).containsKey(utterance.word(at)));
        if (utterance.isTaken(at) || utterance.isNumber(at) || isNumeral) {
            return at + 1;
        }
        return Stream.concat(
                        EMPTY_WORDS.stream().map(entry -> words.phrases(entry).endAt(utterance, at)),
                        Stream.of(words.numberedPhrases("party")
                                .at(utterance, at)
                                .map(Numerals.Numeral::to)
                                .orElse(at)))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(at);
    }
}
