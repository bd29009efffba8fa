package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Counts people where several numbers tell of them, or none does: "two adults and a child", "me and the two kids, 14 and 16". */
final class HeadCount {

    private HeadCount() {}

    /** How many come along, told by who they are; where nobody has asked, only where that cannot be anything else. */
    static Optional<Integer> company(Hearing hearing, Slot slot) {
        if (hearing.isWanted(slot)) {
            return Party.size(hearing);
        }
        boolean ofPeople = hearing.words().split(slot.name().replace('_', ' ')).stream()
                .anyMatch(hearing.words().phrases("people")::contains);
        return ofPeople && !hearing.heard().correcting() ? Party.told(hearing) : Optional.empty();
    }

    /** Whether no number says how many there are in all: there is none, or only of those who come along. */
    static boolean isOnlyCompany(Hearing hearing, List<Counted> found) {
        return found.stream()
                .allMatch(number -> hearing.words()
                                .phrases("relatives-many")
                                .contains(hearing.utterance().word(number.to()))
                        || isAge(hearing, number.from()));
    }

    /** "Me and the two kids, 14 and 16". */
    private static boolean isAge(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        int first = at;
        while (first > 0
                && (utterance.isNumber(first - 1)
                        || hearing.words().phrases("number-and").contains(utterance.word(first - 1)))) {
            first--;
        }
        return utterance.pausedBefore(first)
                && hearing.words().phrases("relatives-many").contains(utterance.word(first - 1));
    }

    /** "Two adults and one child" are three, and so are "2 adults 1 child" and "two adults and a child". */
    static Optional<Counted> sum(Hearing hearing, List<Counted> found) {
        Utterance utterance = hearing.utterance();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < found.size(); i++) {
            Counted number = found.get(i);
            boolean people = isPeople(hearing, number.to());
            boolean joined = i == 0
                    || hearing.words().phrases("plus").contains(utterance.word(number.from() - 1))
                    || number.from() == found.get(i - 1).to() + 1;
            if (!people || !joined) {
                return Optional.empty();
            }
            sum = sum.add(number.value());
        }
        int to = found.getLast().to();
        boolean speaker =
                found.size() < 2 && hearing.words().phrases("myself").anyWithin(utterance, 0, utterance.size());
        int single = oneMore(hearing, to + 1);
        return speaker || found.size() + single < 2
                ? Optional.empty()
                : Optional.of(
                        new Counted(found.getFirst().from(), to, sum.add(BigDecimal.valueOf(single)), true, false));
    }

    /** "A nine-year-old". */
    private static int afterAge(Hearing hearing, int at) {
        return hearing.lexicon()
                .numerals()
                .at(hearing.utterance(), at)
                .filter(age -> hearing.words().phrases("years-old").endAt(hearing.utterance(), age.to()) > age.to())
                .map(age -> hearing.words().phrases("years-old").endAt(hearing.utterance(), age.to()))
                .map(end -> hearing.words()
                                .phrases("one-more")
                                .contains(hearing.utterance().word(end))
                        ? end + 1
                        : end)
                .orElse(at);
    }

    private static boolean isPeople(Hearing hearing, int at) {
        return hearing.words().phrases("people").contains(hearing.utterance().word(at));
    }

    /** How many persons follow, one by one: "and a child". */
    private static int oneMore(Hearing hearing, int from) {
        Utterance utterance = hearing.utterance();
        int at = from;
        int more = 0;
        while (hearing.words().phrases("number-and").contains(utterance.word(at))
                && hearing.words().phrases("indefinite").contains(utterance.word(at + 1))) {
            int somebody = hearing.words().phrases("one-more").contains(utterance.word(at + 2))
                    ? at + 3
                    : afterAge(hearing, at + 2);
            if (somebody == at + 2) {
                break;
            }
            at = somebody;
            more++;
        }
        boolean ends = utterance.pausedBefore(at)
                || hearing.words().phrases("courtesies").endAt(utterance, at) > at;
        return ends ? more : 0;
    }
}
