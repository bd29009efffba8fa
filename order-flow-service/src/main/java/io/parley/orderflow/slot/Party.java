package io.parley.orderflow.slot;

import io.parley.orderflow.slot.Numerals.Numeral;
import java.util.Optional;

/** Counts people who are named instead of numbered: "just me", "me and my wife", "my husband, me and two kids". */
final class Party {

    private Party() {}

    /** "Just me", "my wife and I", where nobody has asked: so many, if they are named one after the other. */
    static Optional<Integer> told(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Numeral> whole = words.numberedPhrases("party-unasked").at(utterance, at);
            int to = whole.map(Numeral::to).orElse(at);
            if (whole.isPresent() && !words.phrases("plus").contains(utterance.word(to))) {
                return whole.map(number -> number.value().intValue());
            }
        }
        for (int at = 0; at < utterance.size(); at++) {
            int members = joined(words, utterance, at);
            if (members > 1) {
                return Optional.of(members);
            }
        }
        return Optional.empty();
    }

    /** How many are named from here on, the speaker among them, joined by "and": "my wife and I and our baby". */
    private static int joined(Words words, Utterance utterance, int from) {
        int members = 0;
        boolean speaker = false;
        int at = from;
        while (true) {
            int member = words.phrases("determiners").endAt(utterance, at);
            boolean self = words.phrases("myself").contains(utterance.word(at));
            if (!self && !(member > at && words.phrases("relatives").contains(utterance.word(member)))) {
                return 0;
            }
            speaker |= self;
            members++;
            at = self ? at + 1 : member + 1;
            if (!words.phrases("number-and").contains(utterance.word(at))) {
                return speaker ? members : 0;
            }
            at++;
        }
    }

    static Optional<Integer> size(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Numeral> whole = words.numberedPhrases("party").at(utterance, at);
            if (whole.isPresent()
                    && !words.phrases("plus")
                            .contains(utterance.word(whole.get().to()))) {
                return whole.map(number -> number.value().intValue());
            }
        }
        int people = 0;
        boolean speaker = false;
        for (int at = 0; at < utterance.size(); at++) {
            if (!speaker && words.phrases("myself").contains(utterance.word(at))) {
                speaker = true;
                people++;
            } else if (words.phrases("relatives").contains(utterance.word(at))) {
                int before = at - 1;
                int number = before < 0 || words.phrases("determiners").contains(utterance.word(before))
                        ? 1
                        : numberBefore(hearing, at);
                people += number;
            } else if (words.phrases("relatives-many").contains(utterance.word(at))) {
                int number = numberBefore(hearing, at);
                if (number == 0) {
                    return Optional.empty();
                }
                people += number;
            }
        }
        return speaker && people > 1 ? Optional.of(people) : Optional.empty();
    }

    private static int numberBefore(Hearing hearing, int at) {
        return at == 0
                ? 0
                : hearing.lexicon()
                        .numerals()
                        .at(hearing.utterance(), at - 1)
                        .map(number -> number.value().intValue())
                        .orElse(0);
    }
}
