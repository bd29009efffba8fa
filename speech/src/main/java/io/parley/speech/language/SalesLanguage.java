package io.parley.speech.language;

import io.parley.speech.recognition.Vocabulary;
import io.parley.speech.words.NumberWords;
import io.parley.speech.words.SpokenForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The language of a campaign's customers: its own sentences, before a background of what anybody says who buys something, of
 * numbers, of days and of names. Sentences with typing errors are left out, as nobody speaks them.
 */
public final class SalesLanguage {
    private static final String SENTENCES = "background.txt";
    private static final String NAMES = "names.txt";
    private static final double BACKGROUND_WEIGHT = 0.5;
    private static final double NAME_WEIGHT = 0.05;
    private static final double DAY_WEIGHT = 0.02;

    /** A word the dictionary does not know counts as meant, not mistyped, when written as a name or so often. */
    private static final int MEANT = 3;

    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}\\p{L}+");

    private SalesLanguage() {}

    /** The model of a vocabulary. */
    public static NgramModel of(Vocabulary vocabulary) {
        Lexicon lexicon = Lexicon.english();
        List<List<String>> spoken =
                vocabulary.sentences().stream().map(SpokenForm::words).toList();
        Map<String, Integer> seen = new HashMap<>();
        spoken.forEach(words -> words.forEach(word -> seen.merge(word, 1, Integer::sum)));
        vocabulary.sentences().stream()
                .flatMap(sentence -> CAPITAL.matcher(sentence).results())
                .forEach(name -> seen.merge(name.group().toLowerCase(Locale.ROOT), MEANT, Integer::sum));

        NgramModel.Builder builder = new NgramModel.Builder();
        for (List<String> words : spoken) {
            if (!words.isEmpty()
                    && words.stream().allMatch(word -> lexicon.knows(word) || seen.getOrDefault(word, 0) >= MEANT)) {
                builder.add(words, 1);
            }
        }
        lines(SENTENCES).forEach(line -> builder.add(SpokenForm.words(line), BACKGROUND_WEIGHT));
        days().forEach(words -> builder.add(words, DAY_WEIGHT));
        lines(NAMES).forEach(name -> {
            builder.add(List.of(name), NAME_WEIGHT);
            builder.add(List.of("my", "name", "is", name), NAME_WEIGHT);
            builder.add(List.of("i", "am", name), NAME_WEIGHT);
        });
        return builder.build();
    }

    /** Days as they are said, every day of a year in both orders. */
    private static List<List<String>> days() {
        List<List<String>> days = new ArrayList<>();
        for (String month : List.of(
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december")) {
            IntStream.rangeClosed(1, 31).forEach(day -> {
                days.add(SpokenForm.words(month + " " + NumberWords.ordinal(day)));
                days.add(SpokenForm.words("on " + month + " " + NumberWords.ordinal(day)));
                days.add(SpokenForm.words("the " + NumberWords.ordinal(day) + " of " + month));
                days.add(SpokenForm.words("on the " + NumberWords.ordinal(day) + " of " + month));
            });
        }
        return days;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(SalesLanguage.class.getResourceAsStream(resource));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read from the class path", e);
        }
    }
}
