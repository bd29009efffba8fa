package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;

/** Fills slots of types e-mail, card-number and phone. */
final class ContactReader {

    private ContactReader() {}

    static void emails(Hearing hearing) {
        boolean wanted = hearing.wanted(SlotType.EMAIL).isPresent();
        offer(hearing, SlotType.EMAIL, hearing.lexicon().emails().read(hearing.utterance(), wanted));
    }

    static void cards(Hearing hearing) {
        boolean wanted = hearing.wanted(SlotType.CARD_NUMBER).isPresent();
        offer(hearing, SlotType.CARD_NUMBER, CardReader.read(hearing.utterance(), hearing.words(), wanted));
    }

    /** After dates have been read: they are digits too. */
    static void phones(Hearing hearing) {
        boolean wanted = hearing.wanted(SlotType.PHONE).isPresent();
        offer(
                hearing,
                SlotType.PHONE,
                PhoneReader.read(
                        hearing.utterance(), hearing.words(), hearing.lexicon().locale(), wanted));
    }

    private static void offer(Hearing hearing, SlotType type, List<Mention> mentions) {
        mentions.forEach(mention -> hearing.utterance().take(mention.from(), mention.to()));
        Optional<Slot> open =
                hearing.slots(type).stream().filter(hearing::isOpen).findFirst();
        open.flatMap(slot -> Selection.of(hearing, slot, mentions))
                .filter(mention -> mention.value().isPresent() || hearing.isWanted(open.get()))
                .ifPresent(mention -> hearing.fill(open.get(), mention));
    }
}
