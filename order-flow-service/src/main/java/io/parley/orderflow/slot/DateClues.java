package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells from the words around a date which of several slots it is for: "back on the 12th" is a return date. */
final class DateClues {

    private static final List<String> GROUPS = List.of("end", "start");

    /** Words before the last one of what tells the kind of a trip: "there and back". */
    private static final int TRIP_WORDS = 2;

    private DateClues() {}

    /**
     * The slot that the words point to.
     *
     * @param start after the date before this one
     * @param end where the words that may belong to it end
     */
    static Optional<Slot> slot(Hearing hearing, List<Slot> open, int start, DayMention mention, int end) {
        Utterance utterance = hearing.utterance();
        for (int at = mention.from() - 1; at >= start; at--) {
            Optional<Slot> slot = pointedTo(hearing, open, at, mention.from());
            if (slot.isPresent()) {
                return slot;
            }
        }
        for (int at = mention.to(); at < end; at++) {
            Optional<Slot> slot = pointedTo(hearing, open, at, utterance.size());
            if (slot.isPresent()) {
                return slot;
            }
        }
        return Optional.empty();
    }

    private static Optional<Slot> pointedTo(Hearing hearing, List<Slot> open, int at, int before) {
        if (isOfAWholeTrip(hearing, at)) {
            return Optional.empty();
        }
        for (String group : GROUPS) {
            int end = hearing.words().phrases("date-clue-" + group).endAt(hearing.utterance(), at);
            int adjacent =
                    hearing.words().phrases("date-clue-" + group + "-adjacent").endAt(hearing.utterance(), at);
            boolean touches = adjacent > at
                    && hearing.words().phrases("article").endAt(hearing.utterance(), adjacent) >= before
                    && !(group.equals("end") && isChanged(hearing, at));
            if ((end > at && end <= before) || touches) {
                return named(hearing, open, at, end)
                        .or(() -> open.stream()
                                .filter(slot -> isOf(hearing, slot, group))
                                .findFirst());
            }
        }
        return Optional.empty();
    }

    /**
     * "There and back, 15 January", "a return to Rome on the 5th", "home to Kraków for Christmas": says what kind of trip it is, and
     * nothing of the day, while no day is known. So does a word that answers by itself: "return, 3 March to 10 March".
     */
    private static boolean isOfAWholeTrip(Hearing hearing, int at) {
        if (hearing.slots(SlotType.DATE).stream()
                .anyMatch(slot -> !hearing.known(slot).isEmpty())) {
            return false;
        }
        Utterance utterance = hearing.utterance();
        Phrases trips = hearing.words().phrases("no-date-clue");
        boolean within = IntStream.rangeClosed(Math.max(0, at - TRIP_WORDS), at)
                .anyMatch(from -> trips.endAt(utterance, from) > at);
        boolean alone = hearing.days().size() > 1
                && utterance.isTaken(at)
                && utterance.pausedBefore(at)
                && utterance.pausedBefore(at + 1);
        return within || alone;
    }

    /** "Change the outbound to the 12th": here "to" is no "until". */
    private static boolean isChanged(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        int clause = at;
        while (clause > 0 && !utterance.pausedBefore(clause)) {
            clause--;
        }
        return hearing.words().phrases("moving").anyWithin(utterance, clause, at);
    }

    /** The only slot that is called what the clue says: "departure" is the end of a stay and the start of a flight. */
    private static Optional<Slot> named(Hearing hearing, List<Slot> open, int from, int to) {
        List<Slot> named = open.stream()
                .filter(slot -> IntStream.range(from, to).anyMatch(at -> Units.names(hearing, slot, at)))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** Slots that come after one another tell which is the end; of others their names do. */
    private static boolean isOf(Hearing hearing, Slot slot, String group) {
        List<Slot> dates = hearing.slots(SlotType.DATE);
        boolean last = dates.stream().anyMatch(other -> comesAfter(slot, other));
        boolean first = dates.stream().anyMatch(other -> comesAfter(other, slot));
        if (last || first) {
            return group.equals("end") ? last : first;
        }
        return hearing.words().split(slot.name().replace('_', ' ')).stream()
                .anyMatch(hearing.words().phrases("date-slot-" + group)::contains);
    }

    /** The only one of several slots that others come after and that comes after none. */
    static Optional<Slot> first(Hearing hearing, List<Slot> open) {
        List<Slot> dates = hearing.slots(SlotType.DATE);
        List<Slot> first = open.stream()
                .filter(slot -> dates.stream().anyMatch(other -> comesAfter(other, slot)))
                .filter(slot -> dates.stream().noneMatch(other -> comesAfter(slot, other)))
                .toList();
        return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
    }

    private static boolean comesAfter(Slot later, Slot earlier) {
        return later.limits().after().filter(earlier.name()::equals).isPresent()
                || earlier.limits().before().filter(later.name()::equals).isPresent();
    }
}
