package io.parley.intent.features;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Words of one language by what they tell of an utterance, from {@code mentions/<language>.properties}. A language without a
 * file has none, and only figures and the campaign's own phrases are recognised.
 *
 * @param endings what a word may end with without becoming another, the longest first
 */
record LanguageWords(
        Set<String> numbers,
        Set<String> dates,
        Set<String> times,
        Set<String> yes,
        Set<String> no,
        Set<String> asks,
        Set<String> articles,
        List<String> endings) {

    private static final int SHORTEST_STEM = 3;
    private static final Map<String, LanguageWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    static LanguageWords of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, LanguageWords::read);
    }

    private static LanguageWords read(String language) {
        Properties entries = new Properties();
        try (InputStream file = LanguageWords.class.getResourceAsStream("/mentions/" + language + ".properties")) {
            if (file != null) {
                try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
                    entries.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("mentions/" + language + ".properties cannot be read", e);
        }
        return new LanguageWords(
                words(entries, "numbers"),
                words(entries, "dates"),
                words(entries, "times"),
                words(entries, "yes"),
                words(entries, "no"),
                words(entries, "asks"),
                words(entries, "articles"),
                Arrays.stream(entries.getProperty("endings", "s").trim().split("\\s+"))
                        .toList());
    }

    private static Set<String> words(Properties entries, String entry) {
        return Arrays.stream(entries.getProperty(entry, "").trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Without its ending, roughly. */
    String stem(String word) {
        for (String ending : endings) {
            boolean doubled = word.endsWith("ss");
            if (word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending) && !doubled) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
