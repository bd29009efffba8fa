package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills the address that nobody has asked for yet: "a latte, delivered to 9 Oak Lane, flat 3". It is one by a house and its street, and
 * goes to the only slot that is called an address.
 */
final class UnaskedAddress {

    private UnaskedAddress() {}

    static void read(Hearing hearing) {
        if (!hearing.heard().correcting()) {
            slot(hearing).ifPresent(slot -> fill(hearing, slot));
        }
    }

    private static Optional<Slot> slot(Hearing hearing) {
        List<Slot> addresses = Stream.of(SlotType.TEXT, SlotType.PLACE)
                .flatMap(type -> hearing.slots(type).stream())
                .filter(slot -> hearing.words().split(slot.name().replace('_', ' ')).stream()
                        .anyMatch(hearing.words().phrases("address-words")::contains))
                .toList();
        return addresses.size() == 1
                ? Optional.of(addresses.getFirst()).filter(slot -> !hearing.isWanted(slot) && hearing.isOpen(slot))
                : Optional.empty();
    }

    private static void fill(Hearing hearing, Slot slot) {
        Utterance utterance = hearing.utterance();
        IntStream.range(0, utterance.size())
                .mapToObj(at -> Houses.at(hearing, at))
                .flatMap(Optional::stream)
                .filter(house -> utterance.isFree(house.from(), house.to()))
                .findFirst()
                .flatMap(house -> withFlat(hearing, house))
                .ifPresent(house -> {
                    String said = utterance.said(house.from(), house.to());
                    if (hearing.refusal(slot, said).isEmpty()) {
                        hearing.fill(slot, List.of(said));
                        utterance.take(house.from(), house.to());
                    }
                });
    }

    /** The house and "flat 3", "apt 4B" or "flat B", where one follows; nothing if it cannot be told which. */
    private static Optional<Houses.House> withFlat(Hearing hearing, Houses.House house) {
        Utterance utterance = hearing.utterance();
        int flat = hearing.words().phrases("flat-words").endAt(utterance, house.to());
        if (flat == house.to()) {
            return Optional.of(house);
        }
        if (utterance.isNumber(flat)) {
            return Optional.of(new Houses.House(house.from(), Houses.behindLetter(utterance, flat + 1)));
        }
        return utterance.word(flat).length() == 1
                ? Optional.of(new Houses.House(house.from(), flat + 1))
                : Optional.empty();
    }
}
