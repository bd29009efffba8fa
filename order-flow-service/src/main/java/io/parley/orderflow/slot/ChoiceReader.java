package io.parley.orderflow.slot;

import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import io.parley.orderflow.slot.Numerals.Numeral;
import io.parley.orderflow.slot.OptionIndex.Choice;
import io.parley.orderflow.slot.OptionReader.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills slots of type choice. */
final class ChoiceReader {

    /** Letters of a name that is understood with a typo where nobody asked for it. */
    private static final int TRUSTED_TYPO = 6;

    private static final int SHORTEST_OPTION = 4;

    /** "The red one" and "two-way" are not called for by a number. */
    private static final BigDecimal SMALLEST_IN_A_NAME = BigDecimal.valueOf(3);

    private ChoiceReader() {}

    /** Reads options that are named as they should be. */
    static void exact(Hearing hearing) {
        hearing.heardOptions(hearing.lexicon().options().exact(hearing.utterance()));
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
            List<Mention> found = mentions.getOrDefault(slot.name(), List.of());
            if (hearing.isOpen(slot)) {
                if (slot.list()) {
                    if (hearing.isWanted(slot) || !asks(hearing)) {
                        ListEdit.read(hearing, slot, found);
                    }
                } else if (found.isEmpty()) {
                    ordinal(hearing, slot)
                            .or(() -> numbered(hearing, slot))
                            .or(() -> declined(hearing, slot))
                            .ifPresent(option -> hearing.fill(slot, List.of(option)));
                } else {
                    Selection.of(hearing, slot, found)
                            .filter(mention -> mention.value().isPresent() || hearing.isWanted(slot))
                            .ifPresent(mention -> fill(hearing, slot, mention, found));
                }
            }
        }
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
                && Character.isUpperCase(utterance.said(at, at + 1).codePointAt(0));
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

    /** The option that is called "no thanks", or the like, when the customer says no in other words. */
    private static Optional<String> declined(Hearing hearing, Slot slot) {
        if (!hearing.isWanted(slot) || !AnswerReader.isNo(hearing)) {
            return Optional.empty();
        }
        Phrases no = hearing.words().phrases("no");
        return slot.options().values().stream()
                .filter(option -> option.synonyms().stream().anyMatch(no::isPhrase))
                .map(Option::id)
                .findFirst();
    }

    /** "Fifteen", where the only option with a fifteen in its name is a fifteen kilo bag, and nothing else is said. */
    private static Optional<String> numbered(Hearing hearing, Slot slot) {
        Utterance utterance = hearing.utterance();
        int from = LeadIns.skip(hearing, "courtesies", LeadIns.skip(hearing, "determiners", 0));
        Optional<Numeral> said = hearing.lexicon()
                .numerals()
                .at(utterance, from)
                .filter(number -> number.value().compareTo(SMALLEST_IN_A_NAME) >= 0
                        && LeadIns.skip(hearing, "courtesies", number.to()) >= utterance.size());
        if (said.isEmpty() || !hearing.isWanted(slot)) {
            return Optional.empty();
        }
        List<String> fitting = slot.options().values().stream()
                .filter(option -> Stream.concat(Stream.of(option.say()), option.synonyms().stream())
                        .map(hearing.words()::hear)
                        .anyMatch(name -> hasNumber(hearing, name, said.get().value())))
                .map(Option::id)
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static boolean hasNumber(Hearing hearing, Utterance name, BigDecimal number) {
        int at = 0;
        while (at < name.size()) {
            Optional<Numeral> numeral = hearing.lexicon().numerals().at(name, at);
            if (numeral.filter(it -> it.value().compareTo(number) == 0).isPresent()) {
                return true;
            }
            at = numeral.map(Numeral::to).orElse(at + 1);
        }
        return false;
    }

    // "the second one", "the last"
    private static Optional<String> ordinal(Hearing hearing, Slot slot) {
        if (!hearing.isWanted(slot)
                || hearing.wanted().stream().filter(Slot::list).findAny().isPresent()) {
            return Optional.empty();
        }
        Utterance utterance = hearing.utterance();
        List<String> options = List.copyOf(slot.options().keySet());
        for (int at = 0; at < utterance.size(); at++) {
            if (!hearing.words().phrases("article").contains(utterance.word(at - 1)) || utterance.isTaken(at)) {
                continue;
            }
            boolean alone = utterance.pausedBefore(at + 1)
                    || hearing.words().phrases("after-ordinal").contains(utterance.word(at + 1));
            Integer number = hearing.words().numbered("ordinals").get(utterance.word(at));
            if (alone && number != null && number <= options.size()) {
                return Optional.of(options.get(number - 1));
            }
            if (alone && hearing.words().phrases("last").contains(utterance.word(at))) {
                return Optional.of(Objects.requireNonNull(options.getLast()));
            }
        }
        return Optional.empty();
    }
}
