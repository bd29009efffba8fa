package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Fills a choice of several: by naming all, by adding to what is known, or by taking away from it. */
final class ListEdit {

    private ListEdit() {}

    static void read(Hearing hearing, Slot slot, List<Mention> found) {
        if (found.isEmpty()) {
            if (hearing.isWanted(slot) && saysEverything(hearing)) {
                everything(hearing, slot);
            } else if (hearing.isCorrecting(slot) && dropsAll(hearing, slot)) {
                hearing.decline(slot);
            }
            return;
        }
        if (hearing.isWanted(slot) && saysAllBut(hearing, found)) {
            othersThan(hearing, slot, found);
            return;
        }
        List<Mention> meant = found.subList(restart(hearing, found), found.size());
        List<Mention> added = added(hearing, meant);
        Set<String> options = new LinkedHashSet<>(keeps(hearing, slot, meant, added) ? hearing.known(slot) : List.of());
        found.stream().flatMap(mention -> mention.value().stream()).forEach(options::remove);
        withoutTakenBack(hearing, added).stream()
                .flatMap(mention -> mention.value().stream())
                .forEach(options::add);
        if (!options.isEmpty()) {
            hearing.fill(slot, List.copyOf(options));
        } else if (hearing.isWanted(slot)
                || hearing.isCorrecting(slot)
                || !hearing.known(slot).isEmpty()) {
            hearing.decline(slot);
        }
    }

    /** Which mention a list that is begun anew begins with: "the training and a jacket, hm no, just the training". */
    private static int restart(Hearing hearing, List<Mention> found) {
        Words words = hearing.words();
        return IntStream.range(1, found.size())
                .filter(at -> {
                    int from = found.get(at - 1).to();
                    int to = found.get(at).from();
                    return words.phrases("restarting").anyWithin(hearing.utterance(), from, to)
                            && words.phrases("only").anyWithin(hearing.utterance(), from, to)
                            && !words.phrases("adding")
                                    .anyWithin(
                                            hearing.utterance(),
                                            to,
                                            hearing.utterance().size());
                })
                .max()
                .orElse(0);
    }

    /** "All of them", but not "that's everything", which is the end of a list. */
    private static boolean saysEverything(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        Phrases everything = hearing.words().phrases("everything");
        Phrases end = hearing.words().phrases("decline");
        return IntStream.range(0, utterance.size())
                .filter(at -> everything.endAt(utterance, at) > at)
                .anyMatch(at -> IntStream.range(0, at).noneMatch(from -> end.endAt(utterance, from) > at));
    }

    /** "All of them"; "without everything" is nothing. */
    private static void everything(Hearing hearing, Slot slot) {
        Utterance utterance = hearing.utterance();
        Phrases everything = hearing.words().phrases("everything");
        boolean none = IntStream.range(0, utterance.size())
                .filter(at -> everything.endAt(utterance, at) > at)
                .allMatch(at -> Negation.isTakenAway(hearing, at, everything.endAt(utterance, at)));
        if (none) {
            hearing.decline(slot);
        } else {
            hearing.fill(slot, List.copyOf(slot.options().keySet()));
        }
    }

    /** "All but the album", "the training not, but all the others"; "the jacket, all the others are too dear" is one. */
    private static boolean saysAllBut(Hearing hearing, List<Mention> found) {
        Utterance utterance = hearing.utterance();
        Words words = hearing.words();
        boolean allBut = words.phrases("all-but").saidWithin(utterance, 0, utterance.size());
        boolean others = found.stream().allMatch(mention -> isLeftOut(hearing, mention))
                && words.phrases("all-others")
                        .saidWithin(utterance, found.getLast().to(), utterance.size());
        return allBut || others;
    }

    /** "No training day", and "the training day not, but …". */
    private static boolean isLeftOut(Hearing hearing, Mention mention) {
        Utterance utterance = hearing.utterance();
        boolean not = hearing.words().phrases("no-adjacent").contains(utterance.word(mention.to()))
                && utterance.pausedBefore(mention.to() + 1);
        return not || Negation.negates(hearing, mention.from(), mention.to());
    }

    private static void othersThan(Hearing hearing, Slot slot, List<Mention> found) {
        Set<String> options = new LinkedHashSet<>(slot.options().keySet());
        found.stream().flatMap(mention -> mention.value().stream()).forEach(options::remove);
        if (!options.isEmpty()) {
            hearing.fill(slot, List.copyOf(options));
        }
    }

    /** What is named and not taken away; "remove the jacket and the album" takes both away. */
    private static List<Mention> added(Hearing hearing, List<Mention> found) {
        List<Mention> added = new ArrayList<>();
        Set<Optional<String>> gone = new HashSet<>();
        boolean takenAway = false;
        int end = -1;
        for (Mention mention : found) {
            boolean goesOn = takenAway && isJoined(hearing, end, mention.from());
            takenAway = goesOn || Negation.negates(hearing, mention.from(), mention.to());
            end = mention.to();
            // "Drop the jacket, I have enough jackets" does not want it back.
            if (takenAway) {
                gone.add(mention.value());
                // "The jackets. No wait, no jackets": the last word counts.
                added.removeIf(before -> before.value().equals(mention.value()));
            } else if (!gone.contains(mention.value()) || says(hearing, "adding")) {
                added.add(mention);
            }
        }
        return added;
    }

    /** "Vanilla then, no wait, caramel": of two that are parted by nothing but taking back, the first is not meant. */
    private static List<Mention> withoutTakenBack(Hearing hearing, List<Mention> added) {
        return IntStream.range(0, added.size())
                .filter(at -> at + 1 == added.size()
                        || !isTakenBack(
                                hearing, added.get(at).to(), added.get(at + 1).from()))
                .mapToObj(added::get)
                .toList();
    }

    private static boolean isTakenBack(Hearing hearing, int from, int to) {
        Utterance utterance = hearing.utterance();
        int at = from;
        boolean taken = false;
        while (at < to) {
            int back = hearing.words().phrases("taking-one-back").endAt(utterance, at);
            // "Vanilla, no wait, also caramel" wants both.
            int between = Math.max(
                    hearing.words().phrases("courtesies").endAt(utterance, at),
                    hearing.words()
                            .phrases(taken ? "determiners" : "list-joins")
                            .endAt(utterance, at));
            int end = Math.max(back, between);
            if (end == at) {
                return false;
            }
            taken |= back > at;
            at = end;
        }
        return taken;
    }

    private static boolean isJoined(Hearing hearing, int end, int from) {
        Phrases joins = hearing.words().phrases("list-joins");
        int at = end;
        while (at < from && joins.contains(hearing.utterance().word(at))) {
            at++;
        }
        return at == from && hearing.words().phrases("number-and-or").anyWithin(hearing.utterance(), end, from);
    }

    /** "No extras after all"; "change the extras" does not say into what. */
    private static boolean dropsAll(Hearing hearing, Slot slot) {
        Utterance utterance = hearing.utterance();
        List<String> name = hearing.words().split(slot.name().replace('_', ' '));
        for (int at = 0; at < utterance.size(); at++) {
            if (name.contains(utterance.word(at)) && Negation.isTakenAway(hearing, at, at + 1)) {
                return true;
            }
        }
        return false;
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
