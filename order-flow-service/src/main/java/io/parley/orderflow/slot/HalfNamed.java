package io.parley.orderflow.slot;

import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** "The large one", where two options are large: words that stand in the names of just two options fit both alike. */
final class HalfNamed {

    private static final int SHORTEST = 3;

    private HalfNamed() {}

    static void read(Hearing hearing) {
        hearing.wanted().stream()
                .filter(slot -> slot.type() == SlotType.CHOICE && !slot.list())
                .filter(slot -> hearing.isOpen(slot) && !hearing.hasAnswered(slot))
                .forEach(slot -> between(hearing, slot).ifPresent(two -> hearing.doubt(slot, two)));
    }

    /** The two options, in the order of the campaign, that the words fit alike. */
    private static Optional<List<String>> between(Hearing hearing, Slot slot) {
        List<Set<String>> named = IntStream.range(0, hearing.utterance().size())
                .mapToObj(at -> options(hearing, slot, at))
                .filter(options -> !options.isEmpty())
                .toList();
        Set<String> fitting = new HashSet<>(slot.options().keySet());
        named.forEach(fitting::retainAll);
        if (fitting.isEmpty() && named.stream().allMatch(options -> options.size() == 1)) {
            // "The black or the green."
            named.forEach(fitting::addAll);
        }
        List<String> two =
                slot.options().keySet().stream().filter(fitting::contains).toList();
        return !named.isEmpty() && two.size() == 2 ? Optional.of(two) : Optional.empty();
    }

    /** The options that have this word in a name; none for words that tell nothing. */
    private static Set<String> options(Hearing hearing, Slot slot, int at) {
        String word = hearing.utterance().word(at);
        Set<String> options = new HashSet<>();
        boolean tells = word.length() >= SHORTEST
                && !hearing.utterance().isTaken(at)
                && !hearing.utterance().isNumber(at)
                && !SmallTalk.is(hearing.words(), word)
                && !Negation.negates(hearing, at, at + 1);
        if (tells) {
            slot.options().values().stream()
                    .filter(option -> names(option)
                            .flatMap(name -> hearing.words().split(name).stream())
                            .anyMatch(word::equals))
                    .forEach(option -> options.add(option.id()));
        }
        return options;
    }

    private static Stream<String> names(Option option) {
        return Stream.concat(Stream.of(option.say()), option.synonyms().stream());
    }
}
