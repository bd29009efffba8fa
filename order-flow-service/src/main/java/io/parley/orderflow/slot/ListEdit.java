package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Fills a choice of several: by naming all, by adding to what is known, or by taking away from it. */
final class ListEdit {

    private ListEdit() {}

    static void read(Hearing hearing, Slot slot, List<Mention> found) {
        if (found.isEmpty()) {
            if (hearing.isWanted(slot) && says(hearing, "everything")) {
                hearing.fill(slot, List.copyOf(slot.options().keySet()));
            }
            return;
        }
        List<Mention> added = found.stream()
                .filter(mention -> !Negation.negates(hearing, mention.from(), mention.to()))
                .toList();
        Set<String> options = new LinkedHashSet<>(keeps(hearing, slot, found, added) ? hearing.known(slot) : List.of());
        found.stream().flatMap(mention -> mention.value().stream()).forEach(options::remove);
        added.stream().flatMap(mention -> mention.value().stream()).forEach(options::add);
        if (!options.isEmpty()) {
            hearing.fill(slot, List.copyOf(options));
        } else if (hearing.isWanted(slot) || !hearing.known(slot).isEmpty()) {
            hearing.decline(slot);
        }
    }

    /** Whether what is said changes what is known, rather than replacing it: something is taken away or added. */
    private static boolean keeps(Hearing hearing, Slot slot, List<Mention> found, List<Mention> added) {
        boolean takesAway = added.size() < found.size();
        return takesAway || says(hearing, "adding") || (hearing.isCorrecting(slot) && !says(hearing, "replacing-list"));
    }

    private static boolean says(Hearing hearing, String entry) {
        return hearing.words()
                .phrases(entry)
                .anyWithin(hearing.utterance(), 0, hearing.utterance().size());
    }
}
