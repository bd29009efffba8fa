package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import java.util.List;
import java.util.Optional;

/** Chooses among several mentions of a slot's type the one that is meant. */
final class Selection {

    private Selection() {}

    /**
     * The mention meant; one that is refused as ambiguous if that cannot be told; nothing if all are negated.
     *
     * @param mentions in the order of the utterance
     */
    static Optional<Mention> of(Hearing hearing, Slot slot, List<Mention> mentions) {
        List<Mention> meant = mentions.stream()
                .filter(mention -> !Negation.negates(hearing, mention.from(), mention.to()))
                .toList();
        if (meant.stream().anyMatch(mention -> mention.value().isPresent())) {
            meant = meant.stream()
                    .filter(mention -> mention.value().isPresent())
                    .toList();
        }
        if (meant.size() < 2) {
            return meant.stream().findFirst();
        }
        if (hearing.isCorrecting(slot)) {
            List<String> known = hearing.known(slot);
            List<Mention> news = meant.stream()
                    .filter(mention -> mention.value().filter(known::contains).isEmpty())
                    .toList();
            meant = news.isEmpty() ? meant : news;
        }
        Mention first = meant.getFirst();
        Mention last = meant.getLast();
        boolean same = meant.stream().map(Mention::value).distinct().count() == 1;
        if (same) {
            return Optional.of(first);
        }
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        // "Mocha or rather chai, I don't know" is no repair.
        boolean repaired = words.phrases("repair").anyWithin(utterance, first.to(), last.from() + 1)
                && !words.phrases("undecided").anyWithin(utterance, last.to(), utterance.size());
        return Optional.of(repaired ? last : Mention.refused(first.from(), last.to(), Refusal.AMBIGUOUS));
    }
}
