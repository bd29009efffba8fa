package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.ClockReader.ClockMention;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Fills slots of types time and date-time. */
final class TimeReader implements SlotReader {

    private static final Set<SlotType> OTHER_NUMBERS =
            EnumSet.of(SlotType.INTEGER, SlotType.NUMBER, SlotType.MONEY, SlotType.TEXT);

    @Override
    public void read(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        boolean expected = hearing.wanted(SlotType.TIME)
                        .or(() -> hearing.wanted(SlotType.DATE_TIME))
                        .isPresent()
                || namesKnownTime(hearing);
        List<ClockMention> found = hearing.lexicon()
                .clock()
                .read(
                        utterance,
                        hearing.heard().now().toLocalDateTime(),
                        expected,
                        mayBeSaidUnasked(hearing),
                        hearing.days());
        found.forEach(mention -> utterance.take(mention.from(), mention.to()));
        boolean open = found.stream().anyMatch(mention -> isOpenEnded(hearing, mention));
        if (open) {
            hearing.wanted(SlotType.TIME).ifPresent(slot -> hearing.refuse(slot, Refusal.AMBIGUOUS));
            return;
        }
        only(hearing, SlotType.TIME).ifPresent(slot -> offer(hearing, slot, times(hearing, slot, found)));
        only(hearing, SlotType.DATE_TIME).ifPresent(slot -> offer(hearing, slot, moments(hearing, slot, found)));
    }

    /** "My arrival will rather be 20.15". */
    private static boolean namesKnownTime(Hearing hearing) {
        return hearing.slots(SlotType.TIME).stream()
                .filter(hearing::isCorrecting)
                .anyMatch(slot ->
                        IntStream.range(0, hearing.utterance().size()).anyMatch(at -> Units.names(hearing, slot, at)));
    }

    /** Where something else is counted or written, "at five" may be that. */
    private static boolean mayBeSaidUnasked(Hearing hearing) {
        boolean answersSomethingElse = hearing.wanted().stream().map(Slot::type).anyMatch(OTHER_NUMBERS::contains);
        boolean changesText =
                hearing.heard().correcting() && !hearing.slots(SlotType.TEXT).isEmpty();
        return !answersSomethingElse
                && !changesText
                && !(hearing.slots(SlotType.TIME).isEmpty()
                        && hearing.slots(SlotType.DATE_TIME).isEmpty());
    }

    /** "Not before ten", "between ten and eleven": no time that can be noted. */
    private static boolean isOpenEnded(Hearing hearing, ClockMention mention) {
        return hearing.words().phrases("open-ended-time").startBefore(hearing.utterance(), mention.from())
                < mention.from();
    }

    /** The wanted slot of that type, or the only one there is. */
    private static Optional<Slot> only(Hearing hearing, SlotType type) {
        List<Slot> slots = hearing.slots(type);
        return hearing.wanted(type)
                .or(() -> slots.size() == 1 ? Optional.of(slots.getFirst()) : Optional.empty())
                .filter(hearing::isOpen);
    }

    private static void offer(Hearing hearing, Slot slot, List<Mention> mentions) {
        Selection.of(hearing, slot, mentions)
                .filter(mention -> mention.value().isPresent() || hearing.isWanted(slot))
                .ifPresent(mention -> hearing.fill(slot, mention));
    }

    private static List<Mention> times(Hearing hearing, Slot slot, List<ClockMention> found) {
        return found.stream()
                .map(mention -> Mention.of(
                        mention.from(),
                        mention.to(),
                        acceptable(
                                hearing,
                                slot,
                                mention.readings().stream()
                                        .map(LocalDateTime::toLocalTime)
                                        .map(LocalTime::toString)
                                        .toList())))
                .toList();
    }

    /** A day with a time; a time alone is the next one to come, a day alone is not enough. */
    private static List<Mention> moments(Hearing hearing, Slot slot, List<ClockMention> times) {
        LocalDate today = hearing.heard().now().toLocalDate();
        List<Mention> moments = new ArrayList<>();
        for (int i = 0; i < Math.max(times.size(), hearing.days().size()); i++) {
            Optional<DayMention> day = at(hearing.days(), i);
            Optional<ClockMention> time = at(times, i);
            int from =
                    day.map(DayMention::from).orElseGet(() -> time.orElseThrow().from());
            int to = day.map(DayMention::to).orElseGet(() -> time.orElseThrow().to());
            Optional<LocalDate> date = day.flatMap(it -> it.phrase().date(today, DateReader.basis(hearing, slot)));
            if (time.isEmpty() || (day.isPresent() && date.isEmpty())) {
                moments.add(Mention.refused(from, to, Refusal.AMBIGUOUS));
                continue;
            }
            List<String> readings = new ArrayList<>();
            for (LocalDateTime reading : time.get().readings()) {
                readings.add(date.map(it -> it.atTime(reading.toLocalTime()))
                        .orElse(reading)
                        .toString());
            }
            if (date.isEmpty()) {
                time.get().readings().forEach(it -> readings.add(it.plusDays(1).toString()));
            }
            moments.add(Mention.of(from, to, acceptable(hearing, slot, readings)));
        }
        return moments;
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    /** The first reading within the slot's limits, or else simply the first. */
    private static String acceptable(Hearing hearing, Slot slot, List<String> readings) {
        return readings.stream()
                .filter(reading -> SlotLimits.refuse(
                                hearing.lexicon().slots(),
                                slot,
                                reading,
                                hearing.knownNow(),
                                hearing.heard().now())
                        .isEmpty())
                .findFirst()
                .orElse(readings.getFirst());
    }
}
