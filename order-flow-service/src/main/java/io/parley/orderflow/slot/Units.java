package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;

/** Tells from the words around a number what it counts. */
final class Units {

    private Units() {}

    /** Whether the number says how many people, pieces or things of the order: "two seats", "three large lattes". */
    static boolean isCounted(Hearing hearing, int from, int to) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        if (to >= utterance.size()) {
            return words.phrases("before-last-count").startBefore(utterance, from) < from;
        }
        if (words.phrases("people").endAt(utterance, to) > to
                || words.phrases("pieces").endAt(utterance, to) > to
                || hearing.slots(SlotType.INTEGER).stream().anyMatch(slot -> names(hearing, slot, to))) {
            return true;
        }
        return (!utterance.pausedBefore(to) && hearing.countsOption(to))
                || (words.phrases("to-place").contains(utterance.word(to))
                        && hearing.countsOption(LeadIns.skip(hearing, "determiners", to + 1)))
                || (words.phrases("family-of").startBefore(utterance, from) < from)
                || (words.phrases("before-last-count").startBefore(utterance, from) < from
                        && utterance.pausedBefore(to));
    }

    /** Whether the word is one of the slot's name: "two travellers". */
    static boolean names(Hearing hearing, Slot slot, int at) {
        String word = hearing.utterance().word(at);
        if (word.length() < 3) {
            return false;
        }
        for (String part : slot.name().split("_", -1)) {
            String singular = part.endsWith("s") ? part.substring(0, part.length() - 1) : part;
            if (word.equals(singular) || word.equals(singular + "s")) {
                return true;
            }
        }
        return false;
    }

    /** Whether "one" stands for a thing: "the small one". */
    static boolean isPronoun(Hearing hearing, int from, int to) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        if (to - from > 1 || !words.phrases("pronoun-one").contains(utterance.word(from))) {
            return false;
        }
        if (words.phrases("one-counts").startBefore(utterance, from) < from) {
            return false;
        }
        boolean determined = !utterance.pausedBefore(from)
                && (utterance.isTaken(from - 1)
                        || words.phrases("never-one").contains(utterance.word(from - 1))
                        || (words.phrases("article").contains(utterance.word(from - 2))
                                && !words.phrases("before-count").contains(utterance.word(from - 1))));
        return determined || words.phrases("of-us").endAt(utterance, to) > to;
    }

    /** Whether "one" may as well stand for a thing: "the tall one". */
    static boolean isDoubtful(Hearing hearing, int from, int to) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        return to - from == 1
                && words.phrases("pronoun-one").contains(utterance.word(from))
                && !utterance.pausedBefore(from)
                && !words.phrases("before-count").contains(utterance.word(from - 1))
                && words.phrases("one-counts").startBefore(utterance, from) == from
                && !hearing.countsOption(to);
    }

    /** "Take one person off" does not say how many are left. */
    static boolean isTakenOff(Hearing hearing, int to) {
        Utterance utterance = hearing.utterance();
        int next = hearing.words().phrases("people").endAt(utterance, to);
        int end = hearing.words().phrases("fewer").endAt(utterance, next);
        return next > to && end > next && utterance.pausedBefore(end);
    }

    /** "210 a night" is a price and counts no nights; "for two, a week from Monday" is none. */
    static boolean isRate(Hearing hearing, int to) {
        Utterance utterance = hearing.utterance();
        return !utterance.pausedBefore(to) && hearing.words().phrases("rates").endAt(utterance, to) > to;
    }

    /** "How many want one" gives no number. */
    static boolean isAskedFor(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        int before = at;
        while (before > 0 && !utterance.pausedBefore(before)) {
            before--;
            if (hearing.words().phrases("how-many").endAt(utterance, before) > before) {
                return true;
            }
        }
        return false;
    }

    static boolean isMoney(Hearing hearing, int from, int to) {
        Utterance utterance = hearing.utterance();
        return hasCurrencySign(utterance.gap(from))
                || hasCurrencySign(utterance.gap(to))
                || hearing.words().phrases("currencies").contains(utterance.word(to));
    }

    /** Whether something is measured that no slot counts: minutes, kilos. */
    static boolean isOtherMeasure(Hearing hearing, int to) {
        Utterance utterance = hearing.utterance();
        if (to >= utterance.size() || utterance.pausedBefore(to)) {
            return utterance.gap(to).startsWith("%");
        }
        return hearing.words().isOneOf("measures", utterance.word(to))
                && hearing.slots(SlotType.INTEGER).stream().noneMatch(slot -> names(hearing, slot, to));
    }

    private static boolean hasCurrencySign(String gap) {
        return gap.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    }
}
