package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.OptionIndex.Choice;
import java.util.List;
import java.util.stream.IntStream;

/** What customers do without although something else is asked for: "no extras, thanks" is no answer to how anybody feels. */
final class DoneWithout {

    private DoneWithout() {}

    /** Declines what need not be given and is said to be left out, by a word of its name. */
    static void read(Hearing hearing) {
        hearing.lexicon().slots().values().stream()
                .filter(slot -> slot.optional() && slot.type() != SlotType.YES_NO)
                .filter(slot -> !hearing.isWanted(slot) && hearing.isOpen(slot))
                // Of a list that is known, ListEdit takes away.
                .filter(slot -> !slot.list() || !hearing.heard().correcting())
                .filter(slot -> isLeftOut(hearing, slot))
                .forEach(hearing::decline);
    }

    private static boolean isLeftOut(Hearing hearing, Slot slot) {
        Utterance utterance = hearing.utterance();
        return IntStream.range(1, utterance.size())
                .filter(at -> !utterance.isTaken(at) && AnswerReader.isNamed(hearing, slot, at))
                .anyMatch(at -> isRightBehindNo(hearing, at));
    }

    /** "No phone" and "without the extras", but not "my phone has no extras", nor "it's not the phone". */
    private static boolean isRightBehindNo(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        int before = at;
        while (before > 0
                && !utterance.pausedBefore(before)
                && hearing.words().phrases("determiners").contains(utterance.word(before - 1))) {
            before--;
        }
        int no = hearing.words().phrases("doing-without").startBefore(utterance, before);
        return no < before
                && !utterance.pausedBefore(before)
                && !hearing.words().phrases("no-negators-after").contains(utterance.word(no - 1));
    }

    /** Whether the no from {@code from} to {@code end} is about what follows, and that is something else than what is asked for. */
    static boolean isAbout(Hearing hearing, int from, int end) {
        Utterance utterance = hearing.utterance();
        int at = hearing.words().phrases("doing-without").endAt(utterance, from);
        if (at == from || at < end) {
            return false;
        }
        while (!utterance.pausedBefore(at)
                && hearing.words().phrases("determiners").contains(utterance.word(at))) {
            at++;
        }
        return !utterance.pausedBefore(at) && isOfAnother(hearing, at);
    }

    /** Whether something is named here by a slot's name or an option, and it is something else than what is asked for. */
    private static boolean isOfAnother(Hearing hearing, int at) {
        boolean slot = hearing.lexicon().slots().values().stream()
                .filter(it -> it.optional() || it.list() || it.type() == SlotType.YES_NO)
                .anyMatch(it -> !hearing.isWanted(it) && AnswerReader.isNamed(hearing, it, at));
        List<Choice> options = hearing.options().stream()
                .filter(named -> named.from() == at)
                .flatMap(named -> named.choices().stream())
                .toList();
        boolean option = !options.isEmpty()
                && options.stream().noneMatch(choice -> hearing.heard().wanted().contains(choice.slot()));
        boolean asked = hearing.wanted().stream().anyMatch(it -> AnswerReader.isNamed(hearing, it, at));
        return (slot || option) && !asked;
    }
}
