package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.Optional;

/** Fills slots of type person-name. */
final class NameReader implements SlotReader {

    private static final int LONGEST = 4;

    @Override
    public void read(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        Optional<Slot> slot = hearing.wanted(SlotType.PERSON_NAME);
        if (slot.isEmpty()) {
            return;
        }
        Phrases leadIns = hearing.words().phrases("name-lead-ins");
        int from = 0;
        while (from < utterance.size() && leadIns.endAt(utterance, from) > from) {
            from = leadIns.endAt(utterance, from);
        }
        int to = from;
        while (to < utterance.size()
                && to - from < LONGEST
                && !utterance.isTaken(to)
                && !hearing.words().isFamiliar(utterance.word(to))
                && (to == from || !utterance.pausedBefore(to))) {
            to++;
        }
        if (to > from) {
            hearing.fill(slot.get(), Mention.of(from, to, NameSpelling.of(utterance.said(from, to))));
        }
    }
}
