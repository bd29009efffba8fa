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
        Optional<Span> house = IntStream.range(0, utterance.size())
                .filter(at -> !utterance.isTaken(at))
                .mapToObj(at -> Houses.at(hearing, at))
                .flatMap(Optional::stream)
                .findFirst()
                .filter(span -> utterance.isFree(span.from(), span.to()));
        house.ifPresent(span -> {
            int end = endOfFlat(hearing, span.to());
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

    /** "9 Oak Lane, flat 3". */
    private static int endOfFlat(Hearing hearing, int from) {
        int flat = hearing.words().phrases("flat-words").endAt(hearing.utterance(), from);
        return flat > from && hearing.utterance().isNumber(flat) ? flat + 1 : from;
    }

    /** Words from {@code from} to before {@code to}. */
    record Span(int from, int to) {}
}
