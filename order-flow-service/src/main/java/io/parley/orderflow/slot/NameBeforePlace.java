package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fills the slot of type person-name where a place is asked for as well and both are said: "Gus Hartman, 15 Vine Street". Reads
 * before the place is read, which takes all the words that are left.
 */
final class NameBeforePlace implements SlotReader {

    private static final NameReader NAMES = new NameReader();

    @Override
    public void read(Hearing hearing) {
        Optional<Slot> name = hearing.wanted(SlotType.PERSON_NAME)
                .filter(slot -> hearing.isOpen(slot) && hearing.known(slot).isEmpty());
        Optional<Slot> place = hearing.wanted(SlotType.PLACE).filter(hearing::isOpen);
        if (name.isEmpty() || place.isEmpty()) {
            return;
        }
        Utterance utterance = hearing.utterance();
        int number = number(utterance);
        int start = hearing.words().phrases("to-place").endAt(utterance, 0);
        Hearing before = hearing.part(start, number);
        NAMES.read(before);
        if (before.hasFilled(name.get())) {
            int end = start + endOfName(before.utterance());
            if (end < number || utterance.pausedBefore(end) || isName(hearing, start, end)) {
                hearing.fill(name.get(), before.value(name.get()));
                utterance.take(0, hearing.words().phrases("before-house").endAt(utterance, end));
            }
        }
    }

    /** "Omar Reyes 310 Fulton Street", but neither "Apt 4" nor "Hauptstraße 12". */
    private static boolean isName(Hearing hearing, int from, int to) {
        return to - from > 1 && !Houses.isAfterStreet(hearing, to);
    }

    private static int endOfName(Utterance part) {
        return IntStream.range(0, part.size()).filter(part::isTaken).max().orElse(-1) + 1;
    }

    /** The place has a number, or else begins behind the first pause; a name by itself has no place behind it. */
    private static int number(Utterance utterance) {
        return IntStream.range(1, utterance.size())
                .filter(utterance::isNumber)
                .findFirst()
                .orElseGet(() -> IntStream.range(1, utterance.size())
                        .filter(utterance::pausedBefore)
                        .findFirst()
                        .orElse(utterance.size()));
    }
}
