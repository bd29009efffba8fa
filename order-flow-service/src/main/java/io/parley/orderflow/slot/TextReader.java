package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;

/** Fills the wanted slot of type text or place with the customer's words. */
final class TextReader implements SlotReader {

    @Override
    public void read(Hearing hearing) {
        Optional<Slot> slot = hearing.wanted(SlotType.TEXT).or(() -> hearing.wanted(SlotType.PLACE));
        Utterance utterance = hearing.utterance();
        if (slot.filter(hearing::isOpen).isPresent() && !hearing.hasUnderstood()) {
            int from = hearing.words().phrases("text-lead-ins").endAt(utterance, 0);
            if (from < utterance.size()) {
                hearing.fill(slot.get(), List.of(utterance.said(from, utterance.size())));
            }
        }
    }
}
