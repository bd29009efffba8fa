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
        Optional<Slot> name = hearing.wanted(SlotType.PERSON_NAME).filter(hearing::isOpen);
        Optional<Slot> place = hearing.wanted(SlotType.PLACE).filter(hearing::isOpen);
        if (name.isEmpty() || place.isEmpty()) {
            return;
        }
        Utterance utterance = hearing.utterance();
        int end = end(utterance);
        int start = hearing.words().phrases("to-place").endAt(utterance, 0);
        Hearing before = hearing.part(start, end);
        NAMES.read(before);
        if (before.hasFilled(name.get())) {
            hearing.fill(name.get(), before.value(name.get()));
            utterance.take(0, end);
        }
    }

    /** The place begins at the number of a house, or else behind the first pause; a name by itself has no place behind it. */
    private static int end(Utterance utterance) {
        IntStream places = IntStream.range(1, utterance.size());
        return places.filter(utterance::isNumber)
                .findFirst()
                .orElseGet(() -> IntStream.range(1, utterance.size())
                        .filter(utterance::pausedBefore)
                        .findFirst()
                        .orElse(utterance.size()));
    }
}
