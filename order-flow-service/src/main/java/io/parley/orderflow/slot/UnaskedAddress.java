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
        Optional<Houses.House> house = IntStream.range(0, utterance.size())
                .filter(at -> !utterance.isTaken(at))
                .mapToObj(at -> Houses.at(hearing, at))
                .flatMap(Optional::stream)
                .filter(span -> utterance.isFree(span.from(), span.to()))
                .findFirst();
        house.ifPresent(span -> {
            int end = endOfFlat(hearing, span.to());
            if (end < span.to()) {
                return;
            }
            String said = utterance.said(span.from(), end);
            boolean allowed = SlotLimits.refuse(
                            hearing.lexicon().slots(),
                            slot,
                            said,
                            hearing.knownNow(),
                            hearing.heard().now())
                    .isEmpty();
            if (allowed) {
                hearing.fill(slot, List.of(said));
                utterance.take(span.from(), end);
            }
        });
    }

    /** Behind "flat 3", "apt 4B" or "flat B", where one follows; -1 if it cannot be told which. */
    private static int endOfFlat(Hearing hearing, int from) {
        Utterance utterance = hearing.utterance();
        int flat = hearing.words().phrases("flat-words").endAt(utterance, from);
        if (flat == from) {
            return from;
        }
        if (utterance.isNumber(flat)) {
            return Houses.behindLetter(utterance, flat + 1);
        }
        return utterance.word(flat).length() == 1 ? flat + 1 : -1;
    }
}
