package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills slots of type date. */
final class DateReader implements SlotReader {

    @Override
    public void read(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        boolean wantsDate = hearing.wanted(SlotType.DATE)
                .or(() -> hearing.wanted(SlotType.DATE_TIME))
                .isPresent();
        List<DayMention> heard = hearing.lexicon()
                .days()
                .read(
                        utterance,
                        wantsDate || hearing.heard().correcting(),
                        hearing.wanted(SlotType.INTEGER).isEmpty());
        List<DayMention> found = definite(utterance, heard);
        if (found.isEmpty()
                && hearing.wanted().stream().noneMatch(slot -> Periods.counts(hearing, slot))
                && hearing.wanted(SlotType.DATE)
                        .filter(slot -> follows(hearing, slot))
                        .isPresent()) {
            hearing.lexicon().days().duration(utterance).ifPresent(found::add);
        }
        found.forEach(mention -> utterance.take(mention.from(), mention.to()));
        hearing.heardDays(found);
        Map<Slot, List<DayMention>> assigned = assign(hearing, found);
        hearing.lexicon().slots().values().stream()
                .filter(assigned::containsKey)
                .forEach(slot -> {
                    List<Mention> dates = assigned.getOrDefault(slot, List.of()).stream()
                            .map(mention -> date(hearing, slot, mention))
                            .toList();
                    Selection.of(hearing, slot, dates)
                            .filter(mention -> mention.value().isPresent() || hearing.isWanted(slot))
                            .ifPresent(mention -> hearing.fill(slot, mention));
                });
    }

    /** "The wedding is soon, so on 12 October": vague words count only where nothing clearer is said. */
    private static List<DayMention> definite(Utterance utterance, List<DayMention> heard) {
        List<DayMention> definite = new ArrayList<>(heard);
        definite.removeIf(mention -> mention.phrase() instanceof DayPhrase.Vague);
        // "A day later, on the 15th" says the day twice.
        definite.removeIf(mention -> mention.phrase() instanceof DayPhrase.Later
                && utterance.pausedBefore(mention.to())
                && heard.stream().anyMatch(other -> other.from() >= mention.to() && other.from() <= mention.to() + 2));
        return definite.isEmpty() ? new ArrayList<>(heard) : definite;
    }

    private static boolean follows(Hearing hearing, Slot slot) {
        return slot.limits().after().filter(hearing.knownNow()::containsKey).isPresent();
    }

    /** What the slot's date has to come after. */
    static LocalDate basis(Hearing hearing, Slot slot) {
        LocalDate today = hearing.heard().now().toLocalDate();
        return slot.limits()
                .after()
                .map(other -> hearing.knownNow().getOrDefault(other, List.of()))
                .filter(values -> !values.isEmpty())
                .flatMap(values -> SlotLimits.Moment.parseDate(values.getFirst()))
                .filter(today::isBefore)
                .orElse(today);
    }

    private static Mention date(Hearing hearing, Slot slot, DayMention mention) {
        LocalDate basis = basis(hearing, slot);
        return mention.phrase()
                .date(
                        hearing.heard().now().toLocalDate(),
                        mention.phrase() instanceof DayPhrase.InMonth ? sameMonth(hearing, slot, basis) : basis)
                .map(date -> Mention.of(mention.from(), mention.to(), date.toString()))
                .orElseGet(() -> Mention.refused(mention.from(), mention.to(), Refusal.AMBIGUOUS));
    }

    /** "Make it the 5th": of the month that was said before, if that day can still be had. */
    private static LocalDate sameMonth(Hearing hearing, Slot slot, LocalDate basis) {
        return hearing.known(slot).stream()
                .filter(value -> hearing.isCorrecting(slot))
                .flatMap(value -> SlotLimits.Moment.parseDate(value).stream())
                .map(known -> known.withDayOfMonth(1))
                .filter(basis::isBefore)
                .findFirst()
                .orElse(basis);
    }

    private static Map<Slot, List<DayMention>> assign(Hearing hearing, List<DayMention> found) {
        Map<Slot, List<DayMention>> assigned = new LinkedHashMap<>();
        List<Slot> slots = hearing.slots(SlotType.DATE);
        List<Slot> open = hearing.lexicon().slots().values().stream()
                .filter(slot -> slots.contains(slot) && hearing.isOpen(slot))
                .toList();
        if (found.isEmpty() || open.isEmpty()) {
            return assigned;
        }
        List<Optional<Slot>> clues = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int start = i == 0 ? 0 : found.get(i - 1).to();
            int end = i + 1 < found.size()
                    ? found.get(i).to()
                    : hearing.utterance().size();
            clues.add(
                    slots.size() == 1
                            ? Optional.of(open.getFirst())
                            : DateClues.slot(hearing, open, start, found.get(i), end));
        }
        for (int i = 0; i < found.size(); i++) {
            DayMention mention = found.get(i);
            Optional<Slot> repaired =
                    i == 0 ? Optional.empty() : repaired(hearing, assigned, found.get(i - 1), mention);
            Optional<Slot> slot =
                    clues.get(i).or(() -> repaired).or(() -> unclued(hearing, open, clues, assigned, mention));
            if (slot.isPresent()) {
                assigned.computeIfAbsent(slot.get(), it -> new ArrayList<>()).add(mention);
            }
        }
        return assigned;
    }

    /** "The fifth of May, no, the sixth": the slot of the day that is taken back. */
    private static Optional<Slot> repaired(
            Hearing hearing, Map<Slot, List<DayMention>> assigned, DayMention before, DayMention mention) {
        boolean takesBack =
                hearing.words().phrases("repair").anyWithin(hearing.utterance(), before.to(), mention.from());
        return assigned.entrySet().stream()
                .filter(slot -> takesBack && slot.getValue().contains(before))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Of several dates the first goes to the first slot; a single one to the slot that is wanted, or to the first that it
     * corrects: what was changed is read back, and whoever says it again means the next. Where nothing is known yet it is the
     * day that all others come after.
     */
    private static Optional<Slot> unclued(
            Hearing hearing,
            List<Slot> open,
            List<Optional<Slot>> clues,
            Map<Slot, List<DayMention>> assigned,
            DayMention mention) {
        List<Slot> left = open.stream()
                .filter(slot -> !assigned.containsKey(slot) && clues.stream().noneMatch(Optional.of(slot)::equals))
                .toList();
        if (clues.size() > 1 && !left.isEmpty()) {
            return Optional.of(left.getFirst());
        }
        Optional<Slot> wanted = open.stream().filter(hearing::isWanted).findFirst();
        List<Slot> known =
                open.stream().filter(slot -> !hearing.known(slot).isEmpty()).toList();
        return wanted.or(() -> known.size() == 1 ? Optional.of(known.getFirst()) : corrected(hearing, known, mention))
                .or(() -> known.isEmpty() ? DateClues.first(hearing, open) : Optional.empty());
    }

    /** The known day nearest to this one that it changes; rather one that leaves every day on its side of the others. */
    private static Optional<Slot> corrected(Hearing hearing, List<Slot> known, DayMention mention) {
        if (!hearing.heard().correcting()) {
            return Optional.empty();
        }
        List<Slot> changed = known.stream()
                .filter(slot -> !hearing.known(slot).equals(value(hearing, slot, mention)))
                .toList();
        List<Slot> fitting = changed.stream()
                .filter(slot -> keepsInOrder(hearing, known, slot, value(hearing, slot, mention)))
                .sorted(Comparator.comparingLong(slot -> daysOff(hearing, slot, mention)))
                .toList();
        // Whoever says it again did not mean the one that was changed then.
        long passed = hearing.heard().insisting() && fitting.size() > 1 ? 1 : 0;
        return fitting.stream()
                .skip(passed)
                .findFirst()
                .or(() -> changed.stream().findFirst());
    }

    private static long daysOff(Hearing hearing, Slot slot, DayMention mention) {
        return day(hearing.known(slot))
                .flatMap(then -> day(value(hearing, slot, mention))
                        .map(wanted -> Math.abs(ChronoUnit.DAYS.between(then, wanted))))
                .orElse(Long.MAX_VALUE);
    }

    private static Optional<LocalDate> day(List<String> values) {
        return values.stream().findFirst().flatMap(SlotLimits.Moment::parseDate);
    }

    private static List<String> value(Hearing hearing, Slot slot, DayMention mention) {
        return date(hearing, slot, mention).value().stream().toList();
    }

    private static boolean keepsInOrder(Hearing hearing, List<Slot> known, Slot slot, List<String> value) {
        Map<String, List<String>> then = new HashMap<>(hearing.knownNow());
        then.put(slot.name(), value);
        return !value.isEmpty()
                && known.stream()
                        .allMatch(other -> SlotLimits.refuse(
                                        hearing.lexicon().slots(),
                                        other,
                                        then.getOrDefault(other.name(), value).getFirst(),
                                        then,
                                        hearing.heard().now())
                                .isEmpty());
    }
}
