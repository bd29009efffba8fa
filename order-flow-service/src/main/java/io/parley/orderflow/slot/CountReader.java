package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.Numerals.Numeral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills slots of type integer. */
final class CountReader implements SlotReader {

    @Override
    public void read(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        List<Mention> found = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            Optional<Numeral> numeral = utterance.isTaken(at)
                    ? Optional.empty()
                    : hearing.lexicon().numerals().at(utterance, at);
            if (numeral.filter(Numeral::isWhole).isPresent()
                    && utterance.isFree(at, numeral.get().to())) {
                found.add(Mention.of(
                        at,
                        numeral.get().to(),
                        numeral.get().value().toBigInteger().toString()));
                at = numeral.get().to() - 1;
            }
        }
        Optional<Slot> slot = hearing.wanted(SlotType.INTEGER);
        slot.filter(hearing::isOpen)
                .flatMap(wanted -> Selection.of(hearing, wanted, found))
                .ifPresent(mention -> hearing.fill(slot.orElseThrow(), mention));
    }
}
