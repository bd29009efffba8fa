package io.parley.orderflow.response;

import java.util.regex.Pattern;

/**
 * The way back to a state's question after a digression. Of a reply that ends with a question only that question is
 * said again: nobody is welcomed twice or hears their whole order after every answer.
 */
public final class WayBack {

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<!\\b(?:Mr|Mrs|Ms|Dr|St|Prof|No|e\\.g|i\\.e)\\.)(?<=[.!?])\\s+(?=\\p{Lu}|\\p{Nd})");
    private static final int SHORTEST_QUESTION_WORDS = 3;

    private WayBack() {}

    /** The last sentence if it is a question that stands by itself, else the whole text. */
    public static String question(String said) {
        String[] sentences = SENTENCE_END.split(said);
        String last = sentences[sentences.length - 1];
        boolean standsAlone = last.endsWith("?") && last.split("\\s+").length >= SHORTEST_QUESTION_WORDS;
        return standsAlone ? last : said;
    }
}
