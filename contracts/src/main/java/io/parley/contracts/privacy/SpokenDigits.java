package io.parley.contracts.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Digits said in words, in every language that Parley sells in. What is said is masked before anybody knows its language, so
 * all of them count at once.
 */
public final class SpokenDigits {

    private static final List<List<String>> LANGUAGES = List.of(
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            List.of("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"));
    private static final Map<String, String> ALSO = Map.of("oh", "zero", "o", "zero", "zwo", "zwei", "fuenf", "fünf");
    private static final Map<String, Integer> TIMES = Map.of("double", 2, "triple", 3, "treble", 3);
    private static final Map<String, Integer> VALUES = new HashMap<>();

    /** One such word, as a regular expression. */
    public static final String WORD = Stream.concat(LANGUAGES.stream().flatMap(List::stream), ALSO.keySet().stream())
            .sorted()
            .collect(Collectors.joining("|"));

    /** What is said before a digit to have it several times, as a regular expression. */
    public static final String REPETITION = TIMES.keySet().stream().sorted().collect(Collectors.joining("|"));

    static {
        LANGUAGES.forEach(words -> words.forEach(word -> VALUES.put(word, words.indexOf(word))));
        ALSO.forEach((word, same) -> VALUES.put(word, VALUES.getOrDefault(same, 0)));
    }

    private SpokenDigits() {}

    /** The digit; nought for what is none. */
    public static int digit(String word) {
        return VALUES.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
    }

    /** How often the digit after this word counts: once if the word says nothing else. */
    public static int times(String word) {
        return TIMES.getOrDefault(word.toLowerCase(Locale.ROOT), 1);
    }

    /** Another digit in the language of a word. */
    public static String inTheLanguageOf(String word, int digit) {
        String lower = word.toLowerCase(Locale.ROOT);
        String plain = ALSO.getOrDefault(lower, lower);
        return LANGUAGES.stream()
                .filter(words -> words.contains(plain))
                .findFirst()
                .orElse(LANGUAGES.getFirst())
                .get(digit);
    }
}
