package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.OptionIndex.Choice;
import io.parley.orderflow.slot.OptionReader.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fills slots of type choice. */
final class ChoiceReader implements SlotReader {

    @Override
    public void read(Hearing hearing) {
        Map<Slot, List<Mention>> mentions = new LinkedHashMap<>();
        Utterance utterance = hearing.utterance();
        List<Named> exact = hearing.lexicon().options().exact(utterance);
        exact.forEach(named -> utterance.take(named.from(), named.to()));
        List<Named> all = new ArrayList<>(exact);
        List<Named> mistyped = hearing.lexicon().options().mistyped(utterance);
        mistyped.forEach(named -> utterance.take(named.from(), named.to()));
        all.addAll(mistyped);
        for (Named named : all) {
            if (named.choices().stream()
                    .anyMatch(choice -> hearing.lexicon().slots().values().stream()
                            .anyMatch(slot -> slot.name().equals(choice.slot()) && !slot.list()))) {
                hearing.counts(named.from(), named.to());
            }
            meant(hearing, named)
                    .ifPresent(choice -> mentions.computeIfAbsent(
                                    hearing.lexicon().slots().get(choice.slot()), slot -> new ArrayList<>())
                            .add(Mention.of(named.from(), named.to(), choice.option())));
        }
        for (Slot slot : hearing.slots(SlotType.CHOICE)) {
            List<Mention> found = mentions.getOrDefault(slot, List.of());
            if (hearing.isOpen(slot) && !found.isEmpty()) {
                if (slot.list()) {
                    readList(hearing, slot, found);
                } else {
                    Selection.of(hearing, slot, found).ifPresent(mention -> hearing.fill(slot, mention));
                }
            }
        }
    }

    /** Which of the choices that share a name is meant: one that is wanted, or the only one. */
    private static Optional<Choice> meant(Hearing hearing, Named named) {
        List<Choice> wanted = named.choices().stream()
                .filter(choice -> hearing.heard().wanted().contains(choice.slot()))
                .toList();
        List<Choice> choices = wanted.isEmpty() ? named.choices() : wanted;
        return choices.size() == 1 ? Optional.of(choices.getFirst()) : Optional.empty();
    }

    private static void readList(Hearing hearing, Slot slot, List<Mention> found) {
        Set<String> options = new LinkedHashSet<>(
                hearing.isWanted(slot) && !hearing.isCorrecting(slot) ? List.of() : hearing.known(slot));
        for (Mention mention : found) {
            String option = mention.value().orElseThrow();
            if (Negation.negates(hearing, mention.from(), mention.to())) {
                options.remove(option);
            } else {
                options.add(option);
            }
        }
        if (options.isEmpty()) {
            hearing.decline(slot);
        } else {
            hearing.fill(slot, List.copyOf(options));
        }
    }
}
