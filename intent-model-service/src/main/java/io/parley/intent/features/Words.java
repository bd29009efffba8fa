package io.parley.intent.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into the words and n-grams of the wide part. */
final class Words {

    private static final Pattern WORD =
            Pattern.compile("<[a-z]+>|[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*|\\p{Nd}+|[?!]");
    private static final Pattern PLAIN_WORD = Pattern.compile("<[a-z]+>|[\\p{L}\\p{M}]+(?:'[\\p{L}\\p{M}]+)*|\\p{Nd}+");
    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 5;

    private Words() {}

    /** The words in lower case; a number keeps its digits only up to two of them, since longer ones carry no meaning. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
        while (matcher.find()) {
            String word = matcher.group();
            words.add(Character.isDigit(word.charAt(0)) && word.length() > 2 ? "#".repeat(word.length()) : word);
        }
        return words;
    }

    /** Words, masks and numbers as they are. */
    static List<String> plain(String text) {
        return PLAIN_WORD
                .matcher(text.replace('’', '\''))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Neighbouring words, joined by a blank; the edges of the text count as words. */
    static List<String> pairs(List<String> words) {
        List<String> pairs = new ArrayList<>(words.size() + 1);
        String before = "^";
        for (String word : words) {
            pairs.add(before + " " + word);
            before = word;
        }
        pairs.add(before + " $");
        return pairs;
    }

    /** The parts of words, three to five characters long, edges marked by an underscore. */
    static List<String> grams(List<String> words) {
        List<String> grams = new ArrayList<>();
        for (String word : words) {
            String marked = "_" + word + "_";
            for (int length = SHORTEST_GRAM; length <= LONGEST_GRAM; length++) {
                for (int start = 0; start + length <= marked.length(); start++) {
                    grams.add(marked.substring(start, start + length));
                }
            }
        }
        return grams;
    }
}
