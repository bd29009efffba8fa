package io.parley.orderflow.slot;

import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.orderflow.slot.Numerals.Numeral;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Options that customers choose without a name: by their place, by a number in the name, by a no, or as the other one. */
final class Unnamed {

    /** "The red one" and "two-way" are not called for by a number. */
    private static final BigDecimal SMALLEST_IN_A_NAME = BigDecimal.valueOf(3);

    private Unnamed() {}

    /** The option that is meant, where the slot was asked for. */
    static Optional<String> option(Hearing hearing, Slot slot) {
        return hearing.isWanted(slot)
                ? ordinal(hearing, slot).or(() -> numbered(hearing, slot)).or(() -> declined(hearing, slot))
                : Optional.empty();
    }

    /** The only option that is left where all others are turned down: "not the pod and not the suite, the other one". */
    static Optional<String> other(Hearing hearing, Slot slot, List<Mention> found) {
        Utterance utterance = hearing.utterance();
        List<String> turnedDown = found.stream()
                .filter(mention -> Negation.negates(hearing, mention.from(), mention.to()))
                .flatMap(mention -> mention.value().stream())
                .distinct()
                .toList();
        boolean another = hearing.words().phrases("the-other").anyWithin(utterance, 0, utterance.size());
        return another && turnedDown.size() == slot.options().size() - 1
                ? slot.options().keySet().stream()
                        .filter(option -> !turnedDown.contains(option))
                        .findFirst()
                : Optional.empty();
    }

    /** The option that is called "no thanks", or the like, when the customer says no in other words. */
    private static Optional<String> declined(Hearing hearing, Slot slot) {
        if (!AnswerReader.isNo(hearing)) {
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
        if (said.isEmpty()) {
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
        if (hearing.wanted().stream().anyMatch(Slot::list)) {
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
