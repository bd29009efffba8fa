package io.parley.orderflow.slot;

import io.parley.contracts.text.Typos;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the word that another one is but for two neighbouring letters that changed places, or one that is there twice, among
 * thousands: such a word has the same letters, or they and one of them again.
 */
final class Slips {

    private final Map<String, List<String>> byLetters;

    /** @param words folded; of several that could be meant the first in the alphabet is taken */
    Slips(Collection<String> words) {
        this.byLetters = words.stream().distinct().sorted().collect(Collectors.groupingBy(Slips::letters));
    }

    /** The word that is meant, if this is a slip of one. */
    Optional<String> meant(String said) {
        Stream<String> withoutOneOfTwo = IntStream.range(1, said.length())
                .filter(at -> said.charAt(at) == said.charAt(at - 1))
                .mapToObj(at -> said.substring(0, at) + said.substring(at + 1));
        return Stream.concat(Stream.of(said), withoutOneOfTwo)
                .flatMap(word -> byLetters.getOrDefault(letters(word), List.of()).stream())
                .filter(word -> Typos.isSlip(said, word))
                .min(String::compareTo);
    }

    private static String letters(String word) {
        return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }
}
