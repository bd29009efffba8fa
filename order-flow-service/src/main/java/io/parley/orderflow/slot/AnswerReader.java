package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.contracts.text.Typos;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fills slots of type yes-no, and declines the wanted slot that needs no answer. */
final class AnswerReader implements SlotReader {

    @Override
    public void read(Hearing hearing) {
        Optional<Slot> asked = hearing.wanted(SlotType.YES_NO);
        if (asked.isPresent()) {
            fill(hearing, asked.get(), answer(hearing, asked.get()));
        } else {
            decline(hearing);
        }
        boolean correcting = hearing.heard().correcting();
        hearing.slots(SlotType.YES_NO).stream()
                .filter(slot ->
                        hearing.isOpen(slot) && (correcting ? hearing.isCorrecting(slot) : !hearing.isWanted(slot)))
                .forEach(slot -> fill(hearing, slot, correcting ? topic(hearing, slot) : wish(hearing, slot)));
    }

    private static void fill(Hearing hearing, Slot slot, Optional<Boolean> answer) {
        answer.ifPresent(yes -> hearing.fill(slot, List.of(yes ? "yes" : "no")));
    }

    /** What is asked for in a word of the slot's name, the first yes or no, or a denial. */
    private static Optional<Boolean> answer(Hearing hearing, Slot slot) {
        Optional<Answer> meant = meant(hearing);
        if (asks(hearing, meant)
                || meant.filter(said -> isLimited(hearing, said)).isPresent()) {
            return Optional.empty();
        }
        Optional<Boolean> topic = topic(hearing, slot);
        // "Wthout the window": the topic alone would be a yes.
        return topic.filter(yes -> !yes).or(() -> meant.map(Answer::yes)).or(() -> topic);
    }

    /** "Would I miss something without a window": what sounds like a no is part of a question, as it follows its beginning. */
    private static boolean asks(Hearing hearing, Optional<Answer> meant) {
        int at = LeadIns.skip(hearing, "courtesies", 0);
        return meant.filter(answer -> answer.from() < at).isEmpty()
                && hearing.words().phrases("asking").endAt(hearing.words().corrected(hearing.withoutSlips()), at) > at;
    }

    /** "Yes, all fit, apart from my wife": a yes but not of all that was asked. */
    private static boolean isLimited(Hearing hearing, Answer answer) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        return answer.yes()
                && words.phrases("limiting").saidWithin(utterance, answer.to(), utterance.size())
                && !words.phrases("not-limiting").saidWithin(utterance, answer.to(), utterance.size());
    }

    /**
     * The first yes or no, mistyped or not: "never felt betteer" is more than the "never" it begins with, and "who colud say no"
     * more than the "no" it ends with.
     */
    private static Optional<Answer> meant(Hearing hearing) {
        Optional<Answer> spoken = first(hearing, hearing.utterance());
        Optional<Answer> mended = mended(hearing);
        boolean more = spoken.isEmpty()
                || mended.filter(answer -> answer.holds(spoken.get())).isPresent();
        return more ? mended : spoken;
    }

    private static Optional<Answer> mended(Hearing hearing) {
        return first(hearing, hearing.words().corrected(hearing.utterance()));
    }

    /** Whether the first yes or no of the utterance is a no. */
    static boolean isNo(Hearing hearing) {
        return first(hearing, hearing.utterance()).filter(Answer::isNo).isPresent();
    }

    private static Optional<Answer> first(Hearing hearing, Utterance utterance) {
        Words words = hearing.words();
        if (isLoneYes(words, utterance)) {
            return Optional.of(new Answer(true, 0, utterance.size()));
        }
        for (int at = 0; at < utterance.size(); at++) {
            // "Wait no, make it three people" takes something back, and is no no.
            int back = words.phrases("taking-back").endAt(utterance, at);
            if (back > at && hearing.heard().correcting()) {
                at = back - 1;
                continue;
            }
            // "My belt says no, my heart says go", "nothing with nuts, have you …": what follows is meant.
            Utterance mended = words.reported(hearing.withoutSlips());
            int other = words.phrases("no-refusal").endAt(mended, at);
            if (other > at && words.phrases("no-refusal-before").anyWithin(mended, other, utterance.size())) {
                at = other - 1;
                continue;
            }
            int neither = words.phrases("no-answers").endAt(mended, at);
            if (neither > at) {
                at = neither - 1;
                continue;
            }
            int yes = yes(words, utterance, at);
            int no = words.phrases("no").endAt(utterance, at);
            if (no > Math.max(at, yes) && DoneWithout.isAbout(hearing, at, no)) {
                at = no - 1;
                continue;
            }
            if (yes > at || no > at) {
                boolean agrees = yes > no;
                boolean mild = agrees && words.phrases("mild-yes").endAt(utterance, at) == yes;
                boolean denied = agrees
                        && ((mild && isDeniedAfter(hearing, utterance, yes)) || isTurnedDown(words, utterance, yes));
                return Optional.of(new Answer(agrees && !denied, at, Math.max(yes, no)));
            }
        }
        return Optional.empty();
    }

    /** "Please", "oh, please": in a longer sentence it is a courtesy. */
    private static boolean isLoneYes(Words words, Utterance utterance) {
        boolean said = false;
        int at = 0;
        while (at < utterance.size()) {
            int yes = words.phrases("lone-yes").endAt(utterance, at);
            int courtesy = words.phrases("courtesies").endAt(utterance, at);
            if (yes == at && courtesy == at) {
                return false;
            }
            said |= yes > at;
            at = Math.max(yes, courtesy);
        }
        return said;
    }

    /** Where a yes that begins here ends; some words are one only by themselves: "I am", but not "I am late". */
    private static int yes(Words words, Utterance utterance, int at) {
        int brief = words.phrases("short-yes").endAt(utterance, at);
        boolean closed =
                utterance.pausedBefore(brief) || words.phrases("courtesies").endAt(utterance, brief) > brief;
        int yes = words.phrases("yes").endAt(utterance, at);
        return closed ? Math.max(yes, brief) : yes;
    }

    /** "OK, no", "right, not for me": the first word only says that the question was heard. */
    private static boolean isDeniedAfter(Hearing hearing, Utterance utterance, int from) {
        for (int at = from; at < utterance.size(); at++) {
            int no = hearing.words().phrases("no").endAt(utterance, at);
            int yes = yes(hearing.words(), utterance, at);
            if (no > at && no >= yes && !DoneWithout.isAbout(hearing, at, no)) {
                return true;
            }
            at = Math.max(at, yes - 1);
        }
        return false;
    }

    /** "Sounds good, but not today": a no that ends the sentence. "Yes, but no sugar in it" is a yes. */
    private static boolean isTurnedDown(Words words, Utterance utterance, int from) {
        return IntStream.range(from, utterance.size())
                .filter(at -> words.phrases("but").contains(utterance.word(at)))
                .map(at -> words.phrases("courtesies").endAt(utterance, at + 1))
                .filter(at -> words.phrases("no").endAt(utterance, at) > at + 1)
                .anyMatch(at -> utterance.pausedBefore(words.phrases("no").endAt(utterance, at)));
    }

    /**
     * "With the croissant", "skip the window": a word of the slot's name says what it is about. "Change the croissant" does not
     * say into what.
     */
    private static Optional<Boolean> topic(Hearing hearing, Slot slot) {
        Utterance utterance = hearing.utterance();
        List<String> name = topics(hearing, slot);
        for (int at = 0; at < utterance.size(); at++) {
            int word = at;
            if (name.stream().anyMatch(part -> isNamed(utterance.word(word), part))) {
                return Negation.isReplaced(hearing, at)
                        ? Optional.empty()
                        : Optional.of(!Negation.isTakenAway(hearing, at, at + 1));
            }
        }
        return Optional.empty();
    }

    /** "A single with breakfast", "no breakfast": what nobody has asked for is ordered or declined by a word of the slot's name. */
    private static Optional<Boolean> wish(Hearing hearing, Slot slot) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        for (int at = 0; at < utterance.size(); at++) {
            if (utterance.isTaken(at) || !isNamed(hearing, slot, at)) {
                continue;
            }
            int before = at;
            while (before > 0 && words.phrases("determiners").contains(utterance.word(before - 1))) {
                before--;
            }
            if (Negation.isTakenAway(hearing, at, at + 1)) {
                return Optional.of(false);
            }
            boolean wished = words.phrases("wishing-for").startBefore(utterance, before) < before
                    || words.phrases("wished").endAt(utterance, at + 1) > at + 1;
            return wished && !words.phrases("undecided").anyWithin(utterance, 0, utterance.size())
                    ? Optional.of(true)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether a word is one of the slot's name, or more than one of what it says. */
    static boolean isNamed(Hearing hearing, Slot slot, int at) {
        String word = hearing.utterance().word(at);
        return topics(hearing, slot).stream().anyMatch(part -> word.equals(part) || word.equals(part + "s"));
    }

    /** "Whole milk and one croissant": whether a word is something that is taken or not, and never counted. */
    static boolean isOfferedThing(Hearing hearing, int at) {
        return hearing.slots(SlotType.YES_NO).stream().anyMatch(slot -> isNamed(hearing, slot, at));
    }

    /** The words of the slot's name that say what it is about. */
    private static List<String> topics(Hearing hearing, Slot slot) {
        return hearing.words().split(slot.name().replace('_', ' ')).stream()
                .filter(word -> word.length() > 3
                        && !hearing.words().phrases("slot-name-fillers").contains(word))
                .toList();
    }

    private static boolean isNamed(String said, String part) {
        return said.equals(part)
                || said.equals(part + "s")
                || (said.length() >= 4
                        && Typos.distance(said, part, Typos.allowed(part.length())) <= Typos.allowed(part.length()));
    }

    private static void decline(Hearing hearing) {
        if (hearing.wanted().size() != 1) {
            return;
        }
        Slot only = hearing.wanted().getFirst();
        Utterance utterance = hearing.utterance();
        boolean declines = isNo(hearing)
                || hearing.words().phrases("decline").anyWithin(utterance, 0, utterance.size())
                || mended(hearing).filter(Answer::isNo).isPresent();
        if (only.optional() && !hearing.hasAnswered(only) && declines) {
            List<String> known = hearing.known(only);
            boolean more = hearing.words().phrases("nothing-more").anyWithin(utterance, 0, utterance.size());
            if (only.list() && !known.isEmpty() && more) {
                // "Nothing else", where the ice was said before, is no word against the ice.
                hearing.fill(only, known);
            } else {
                hearing.decline(only);
            }
        }
    }

    /** A yes or no and the words that say so, those from {@code from} to before {@code to}. */
    private record Answer(boolean yes, int from, int to) {

        boolean isNo() {
            return !yes;
        }

        boolean holds(Answer other) {
            return from <= other.from && to >= other.to && to - from > other.to - other.from;
        }
    }
}
