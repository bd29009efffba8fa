package io.parley.orderflow.slot;

import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.OptionIndex.Choice;
import io.parley.orderflow.slot.OptionReader.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills slots of type choice. */
final class ChoiceReader {

    /** Letters of a name that is understood with a typo where nobody asked for it. */
    private static final int TRUSTED_TYPO = 6;

    private static final int SHORTEST_OPTION = 4;

    private ChoiceReader() {}

    /** Reads options that are named as they should be. */
    static void exact(Hearing hearing) {
        List<Named> found = hearing.lexicon().options().exact(hearing.utterance());
        hearing.heardOptions(found.stream()
                .filter(named -> !isFamilyName(hearing, named, found))
                .toList());
    }

    /** "Helen Moon", "Lena Klein", who was asked for her name: a capital behind a word that is nothing but a name. */
    private static boolean isFamilyName(Hearing hearing, Named named, List<Named> found) {
        Utterance utterance = hearing.utterance();
        int before = named.from() - 1;
        return hearing.wanted(SlotType.PERSON_NAME).isPresent()
                && named.choices().stream()
                        .map(Choice::slot)
                        .noneMatch(hearing.heard().wanted()::contains)
                && named.to() - named.from() == 1
                && utterance.isCapital(named.from())
                && !utterance.pausedBefore(named.from())
                && (utterance.pausedBefore(named.to()) || utterance.isTaken(named.to()))
                && (isWrittenAsAName(hearing, before)
                        || (hearing.words().phrases("names-too").contains(utterance.word(before))
                                && utterance.isCapital(before)))
                && found.stream().noneMatch(other -> other.from() <= before && other.to() > before);
    }

    /** Reads what is left with typos, and fills the slots. */
    static void mistyped(Hearing hearing) {
        hearing.heardOptions(hearing.lexicon().options().mistyped(hearing.utterance()).stream()
                .filter(named -> isTrusted(hearing, named))
                .toList());
        Map<String, List<Mention>> mentions = new LinkedHashMap<>();
        for (Named named : hearing.options()) {
            if (takesAwayAnother(hearing, named)) {
                continue;
            }
            meant(hearing, named)
                    .ifPresent(choice -> mentions.computeIfAbsent(choice.slot(), slot -> new ArrayList<>())
                            .add(Mention.of(named.from(), named.to(), choice.option())));
        }
        for (Slot slot : hearing.slots(SlotType.CHOICE)) {
            if (hearing.isOpen(slot)) {
                List<Mention> found = mentions.getOrDefault(slot.name(), List.of());
                if (slot.list()) {
                    edit(hearing, slot, found);
                } else {
                    choose(hearing, slot, found);
                }
            }
        }
    }

    private static void edit(Hearing hearing, Slot slot, List<Mention> found) {
        if (hearing.isWanted(slot) || !asks(hearing)) {
            ListEdit.read(hearing, slot, found);
        }
    }

    private static void choose(Hearing hearing, Slot slot, List<Mention> found) {
        Optional<String> unnamed =
                found.isEmpty() ? Unnamed.option(hearing, slot) : Unnamed.other(hearing, slot, found);
        if (unnamed.isPresent()) {
            hearing.fill(slot, List.of(unnamed.get()));
            return;
        }
        Selection.of(hearing, slot, found)
                .filter(mention -> mention.value().isPresent() || hearing.isWanted(slot))
                .ifPresent(mention -> fill(hearing, slot, mention, found));
    }

    /** "Take out the vanilla" where take out is an option too. */
    private static boolean takesAwayAnother(Hearing hearing, Named named) {
        Utterance utterance = hearing.utterance();
        int next = LeadIns.skip(hearing, "determiners", named.to());
        return hearing.heard().correcting()
                && hearing.words().phrases("negators-of-what-is-known").endAt(utterance, named.from()) == named.to()
                && !utterance.pausedBefore(named.to())
                && hearing.options().stream().anyMatch(other -> other.from() == next);
    }

    /** "Who goes outside with me on the spacewalk" orders none. */
    private static boolean asks(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        int at = LeadIns.skip(hearing, "courtesies", 0);
        return hearing.words().phrases("asking-about").endAt(utterance, at) > at
                && hearing.words().phrases("proposing").endAt(utterance, at) == at;
    }

    private static void fill(Hearing hearing, Slot slot, Mention meant, List<Mention> found) {
        hearing.fill(slot, meant);
        List<String> named = found.stream()
                .filter(mention -> !Negation.negates(hearing, mention.from(), mention.to()))
                .flatMap(mention -> mention.value().stream())
                .distinct()
                .toList();
        if (meant.value().isEmpty() && named.size() == 2) {
            hearing.doubt(slot, named);
        }
    }

    /** A name is soon taken for a typo: elsewhere than asked for, typos count in long words only. */
    private static boolean isTrusted(Hearing hearing, Named named) {
        boolean wanted = named.choices().stream()
                .map(Choice::slot)
                .anyMatch(hearing.heard().wanted()::contains);
        String said = hearing.utterance().folded(named.from(), named.to());
        return wanted
                || (hearing.heard().correcting() && !isPartOfAName(hearing, named))
                || (said.length() >= TRUSTED_TYPO
                        && !hearing.words().isFamiliarMissingALetter(said)
                        && !isPartOfAName(hearing, named)
                        && hearing.wanted(SlotType.PERSON_NAME).isEmpty());
    }

    /** "No, Fleix Ross" changes a name and no fare. */
    private static boolean isPartOfAName(Hearing hearing, Named named) {
        Utterance utterance = hearing.utterance();
        boolean before = !utterance.pausedBefore(named.from()) && isWrittenAsAName(hearing, named.from() - 1);
        boolean after = !utterance.pausedBefore(named.to()) && isWrittenAsAName(hearing, named.to());
        return isWrittenAsAName(hearing, named.from())
                && (before || after)
                && hearing.words().text("every-noun-has-a-capital").isEmpty()
                && !hearing.slots(SlotType.PERSON_NAME).isEmpty();
    }

    private static boolean isWrittenAsAName(Hearing hearing, int at) {
        Utterance utterance = hearing.utterance();
        return at >= 0
                && at < utterance.size()
                && !utterance.isTaken(at)
                && !hearing.words().isFamiliar(utterance.word(at))
                && utterance.isCapital(at);
    }

    /** Which of the choices that share a name is meant: one that is wanted, the only one, or the one pointed to. */
    private static Optional<Choice> meant(Hearing hearing, Named named) {
        List<Choice> wanted = named.choices().stream()
                .filter(choice -> hearing.heard().wanted().contains(choice.slot()))
                .toList();
        List<Choice> choices = wanted.isEmpty() ? named.choices() : wanted;
        if (named.choices().size() > 1) {
            Optional<Choice> pointed = named.choices().stream()
                    .filter(choice -> isPointedTo(hearing, named, choice.slot()))
                    .findFirst();
            if (pointed.isPresent()) {
                return pointed;
            }
        }
        boolean clear = !wanted.isEmpty() || !isAnswer(hearing, named);
        return clear && choices.size() == 1 ? Optional.of(choices.getFirst()) : Optional.empty();
    }

    /** "From London" is an origin, "to London" a destination, where both can be London. */
    private static boolean isPointedTo(Hearing hearing, Named named, String slot) {
        Words words = hearing.words();
        String before = hearing.utterance().word(named.from() - 1);
        List<String> name = words.split(slot.replace('_', ' '));
        return (words.phrases("place-clue-start").contains(before)
                        && name.stream().anyMatch(words.phrases("place-slot-start")::contains))
                || (words.phrases("place-clue-end").contains(before)
                        && name.stream().anyMatch(words.phrases("place-slot-end")::contains));
    }

    /** "No thanks" may name an option where it is asked for, and nowhere else. */
    private static boolean isAnswer(Hearing hearing, Named named) {
        Words words = hearing.words();
        return words.phrases("no").endAt(hearing.utterance(), named.from()) >= named.to()
                || words.phrases("yes").endAt(hearing.utterance(), named.from()) >= named.to()
                || words.phrases("only-when-asked").endAt(hearing.utterance(), named.from()) >= named.to();
    }

    /**
     * A word that no list of ours has, where an option was asked for and nothing else was understood, is taken for
     * something that there is not: "Pluto, please".
     */
    static void unknown(Hearing hearing) {
        Utterance utterance = hearing.utterance();
        Optional<Slot> slot =
                hearing.wanted(SlotType.CHOICE).filter(wanted -> !hearing.hasUnderstood() && hearing.isOpen(wanted));
        for (int at = 0; at < utterance.size() && slot.isPresent(); at++) {
            String word = utterance.word(at);
            if (!utterance.isTaken(at)
                    && !utterance.isNumber(at)
                    && word.length() >= SHORTEST_OPTION
                    && !hearing.words().isFamiliar(word)) {
                hearing.refuse(slot.get(), Refusal.NOT_AN_OPTION);
                return;
            }
        }
    }
}
