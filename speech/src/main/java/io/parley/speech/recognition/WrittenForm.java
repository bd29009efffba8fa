package io.parley.speech.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was spelled, put together: letters, digits and marks said one after another become one word,
 * {@code j a n e dot roe at example dot com} is {@code jane.roe@example.com}. Other words stay as they were spoken; readers
 * of slots know numbers and days in words.
 */
public final class WrittenForm {
    private static final Map<String, String> MARKS =
            Map.of("at", "@", "dot", ".", "dash", "-", "hyphen", "-", "underscore", "_", "plus", "+");
    private static final Map<String, String> NATO = Map.ofEntries(
            Map.entry("alpha", "a"),
            Map.entry("bravo", "b"),
            Map.entry("charlie", "c"),
            Map.entry("delta", "d"),
            Map.entry("echo", "e"),
            Map.entry("foxtrot", "f"),
            Map.entry("golf", "g"),
            Map.entry("hotel", "h"),
            Map.entry("india", "i"),
            Map.entry("juliet", "j"),
            Map.entry("kilo", "k"),
            Map.entry("lima", "l"),
            Map.entry("mike", "m"),
            Map.entry("november", "n"),
            Map.entry("oscar", "o"),
            Map.entry("papa", "p"),
            Map.entry("quebec", "q"),
            Map.entry("romeo", "r"),
            Map.entry("sierra", "s"),
            Map.entry("tango", "t"),
            Map.entry("uniform", "u"),
            Map.entry("victor", "v"),
            Map.entry("whiskey", "w"),
            Map.entry("x-ray", "x"),
            Map.entry("yankee", "y"),
            Map.entry("zulu", "z"));
    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("oh", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"));
    private static final Set<String> WORDS_BESIDE_A_MARK = Set.of("com", "org", "net");

    private WrittenForm() {}

    /**
     * The text of an utterance.
     *
     * @param words as they were spoken
     * @param expects {@link Expectation.Spelled} puts everything together; otherwise only addresses are, by their marks
     */
    public static String of(List<String> words, Expectation expects) {
        if (expects instanceof Expectation.Spelled) {
            StringBuilder together = new StringBuilder();
            words.forEach(word -> together.append(character(word)));
            return together.toString();
        }
        int at = words.indexOf("at");
        int dot = words.lastIndexOf("dot");
        return at > 0 && dot > at + 1 && dot < words.size() - 1 ? withAddress(words, at, dot) : String.join(" ", words);
    }

    private static String withAddress(List<String> words, int at, int dot) {
        int from = at;
        while (from > 0 && (from == at || spelled(words.get(from - 1)) || MARKS.containsKey(words.get(from)))) {
            from--;
        }
        StringBuilder address = new StringBuilder();
        words.subList(from, dot + 2).forEach(word -> address.append(character(word)));
        List<String> text = new ArrayList<>(words.subList(0, from));
        text.add(address.toString());
        text.addAll(words.subList(dot + 2, words.size()));
        return String.join(" ", text);
    }

    private static boolean spelled(String word) {
        return word.length() == 1 || MARKS.containsKey(word) || DIGITS.containsKey(word);
    }

    private static String character(String word) {
        if (WORDS_BESIDE_A_MARK.contains(word)) {
            return word;
        }
        if (word.equals("space")) {
            return " ";
        }
        String mark = MARKS.getOrDefault(word, word);
        return NATO.getOrDefault(mark, DIGITS.getOrDefault(mark, mark));
    }
}
