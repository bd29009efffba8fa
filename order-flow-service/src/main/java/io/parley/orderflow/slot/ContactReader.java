package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;

/** Fills slots of types e-mail, card-number and phone. */
final class ContactReader implements SlotReader {

    @Override
    public void read(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        boolean wantsEmail = hearing.wanted(SlotType.EMAIL).isPresent();
        boolean wantsPhone = hearing.wanted(SlotType.PHONE).isPresent();
        boolean wantsCard = hearing.wanted(SlotType.CARD_NUMBER).isPresent();
        offer(hearing, SlotType.EMAIL, hearing.lexicon().emails().read(utterance, wantsEmail));
        offer(hearing, SlotType.CARD_NUMBER, CardReader.read(utterance, words, wantsCard));
        offer(
                hearing,
                SlotType.PHONE,
                PhoneReader.read(utterance, words, hearing.lexicon().locale(), wantsPhone && !wantsCard));
    }

    private static void offer(Hearing hearing, SlotType type, List<Mention> mentions) {
        for (Mention mention : mentions) {
            hearing.utterance().take(mention.from(), mention.to());
        }
        List<Slot> open = hearing.slots(type).stream().filter(hearing::isOpen).toList();
        if (!open.isEmpty()) {
            Selection.of(hearing, open.getFirst(), mentions)
                    .filter(mention -> mention.value().isPresent() || hearing.isWanted(open.getFirst()))
                    .ifPresent(mention -> hearing.fill(open.getFirst(), mention));
        }
    }
}
