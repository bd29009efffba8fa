package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fills the wanted slot of type place, or of type text where it has a form as an address has, with the customer's words, without what
 * leads in and out.
 */
final class TextReader implements SlotReader {

    /** What may be said of a day: "Saturday morning, at nine". */
    private static final List<SlotReader> DAYS = List.of(ChoiceReader::exact, new DateReader(), new TimeReader());

    @Override
    public void read(Hearing hearing) {
        Optional<Slot> slot = hearing.wanted(SlotType.TEXT)
                .or(() -> hearing.wanted(SlotType.PLACE))
                .filter(asked -> !MessageReader.isMessage(asked));
        if (slot.isEmpty() && hearing.heard().correcting()) {
            correct(hearing);
        }
        Utterance utterance = hearing.utterance();
        boolean other = hearing.heard().correcting() && hearing.hasUnderstood();
        if (slot.filter(hearing::isOpen).isEmpty() || other) {
            return;
        }
        int from = LeadIns.skip(hearing, "text-lead-ins", 0);
        int to = LeadIns.skipBack(hearing, from, "courtesies", "text-outros");
        while (from < to && utterance.isTaken(from)) {
            from = LeadIns.skip(hearing, "text-lead-ins", from + 1);
        }
        from = Houses.skipWayTo(hearing, from, to);
        boolean place = slot.get().type() == SlotType.PLACE;
        int before = place ? skipDaysBack(hearing, from, to) : to;
        int beyond = before < to ? before : utterance.size();
        to = before;
        int end = from;
        while (end < to && !utterance.isTaken(end)) {
            end++;
        }
        if (from < end && !TextDecline.isSaid(hearing, slot.get(), to)) {
            hearing.fill(slot.get(), List.of(utterance.said(from, end)));
            if (hearing.hasFilled(slot.get())) {
                utterance.take(0, beyond);
            }
        }
    }

    /** A place ends before a day behind a pause: "19 Juniper Street, Saturday morning". */
    private static int skipDaysBack(Hearing hearing, int from, int to) {
        int end = to;
        for (int at = to - 1; at > from; at--) {
            if (hearing.utterance().pausedBefore(at)) {
                Hearing part = hearing.part(at, end);
                DAYS.forEach(reader -> reader.read(part));
                if (part.days().isEmpty() || !Remainder.isEmpty(part)) {
                    return end;
                }
                end = at;
            }
        }
        return end;
    }

    /** A known text that is said anew: what follows a lead-in and has the form that the slot demands. */
    private static void correct(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        List<Slot> known = Stream.of(SlotType.TEXT, SlotType.PLACE)
                .flatMap(type -> hearing.slots(type).stream())
                .filter(slot ->
                        hearing.isCorrecting(slot) && slot.limits().pattern().isPresent())
                .toList();
        int begin = LeadIns.skip(hearing, "text-lead-ins", 0);
        int to = LeadIns.skipBack(hearing, begin, "text-outros");
        int from = Houses.skipWayTo(hearing, begin, to);
        if (known.size() == 1 && from > 0 && from < to) {
            String said = utterance.said(from, to);
            Slot slot = known.getFirst();
            if (hearing.refusal(slot, said).isEmpty()
                    && (isNumbered(hearing, from) || Houses.isAmong(hearing, from, to))) {
                hearing.fill(slot, List.of(said));
            }
        }
    }

    /** "94107", but not "3" where something is counted. */
    private static boolean isNumbered(Hearing hearing, int from) {
        return !hearing.hasUnderstood()
                && hearing.lexicon()
                        .numerals()
                        .at(hearing.utterance(), from)
                        .filter(number -> !Units.isCounted(hearing, from, number.to()))
                        .isPresent();
    }
}
