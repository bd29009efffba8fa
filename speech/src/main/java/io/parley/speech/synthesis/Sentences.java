package io.parley.speech.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text where a speaker would pause. */
final class Sentences {
    private static final Pattern END = Pattern.compile("[.!?…]+[\"')\\]]*(?=\\s+\\S)|\\R+");
    private static final Set<String> NO_END =
            Set.of("mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "e.g", "i.e", "approx", "dept", "inc", "ltd");

    private Sentences() {}

    /** The sentences of a text, in order, trimmed; none if it is blank. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            if (!abbreviates(text.substring(start, end.start()))) {
                add(sentences, text.substring(start, end.end()));
                start = end.end();
            }
        }
        add(sentences, text.substring(start));
        return sentences;
    }

    private static boolean abbreviates(String before) {
        String last = before.substring(before.lastIndexOf(' ') + 1);
        return NO_END.contains(last.toLowerCase(Locale.ROOT))
                || (last.length() == 1 && Character.isUpperCase(last.charAt(0)) && !last.equals("I"));
    }

    private static void add(List<String> sentences, String sentence) {
        if (!sentence.isBlank()) {
            sentences.add(sentence.strip());
        }
    }
}
