package io.parley.speech.language;

import com.sun.speech.freetts.lexicon.LetterToSoundImpl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * How words sound, in the phones of the CMU dictionary. Words that it does not have are read by FreeTTS's letter-to-sound
 * rules. Thread-safe.
 */
public final class Lexicon {
    private static final String DICTIONARY = "/edu/cmu/sphinx/models/en-us/cmudict-en-us.dict";
    private static final String RULES = "/com/sun/speech/freetts/en/us/cmulex_lts.bin";

    /** FreeTTS's phones that the dictionary calls otherwise. */
    private static final Map<String, String> RENAMED =
            Map.of("AX", "AH", "AXR", "ER", "IX", "IH", "EL", "L", "EM", "M", "EN", "N");

    private final Map<String, String[]> entries = new HashMap<>();
    private final LetterToSoundImpl rules;

    private Lexicon() {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(DICTIONARY));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line);
            }
            URL there = Objects.requireNonNull(Lexicon.class.getResource(RULES));
            rules = new LetterToSoundImpl(there, true);
        } catch (IOException e) {
            throw new UncheckedIOException("the dictionary of pronunciations cannot be read from the class path", e);
        }
    }

    /** The one lexicon, read at first use. */
    public static Lexicon english() {
        return Holder.ENGLISH;
    }

    /** Whether the dictionary has the word, so that no rules are needed. */
    public boolean knows(String word) {
        return entries.containsKey(word);
    }

    /**
     * The ways a word is said, the usual one first.
     *
     * @param word lower case
     * @return each the phones separated by spaces, {@code HH AH L OW}; none if it has no letter
     */
    public List<String> pronunciations(String word) {
        String[] known = entries.get(word);
        if (known != null) {
            return List.of(known);
        }
        if (word.endsWith("'s") && word.length() > 2) {
            return pronunciations(word.substring(0, word.length() - 2)).stream()
                    .map(stem -> stem + possessive(stem))
                    .toList();
        }
        String letters = word.replaceAll("[^a-z]", "");
        return letters.isEmpty() ? List.of() : List.of(byRule(letters));
    }

    private void add(String line) {
        int space = line.indexOf(' ');
        if (space <= 0) {
            return;
        }
        String word = line.substring(0, space);
        int variant = word.indexOf('(');
        entries.merge(
                variant > 0 ? word.substring(0, variant) : word,
                new String[] {line.substring(space + 1).strip()},
                Lexicon::joined);
    }

    private static String[] joined(String[] first, String[] second) {
        String[] both = new String[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private String byRule(String letters) {
        List<String> phones = new ArrayList<>();
        synchronized (rules) {
            for (String phone : rules.getPhones(letters, "")) {
                String plain = phone.replaceAll("\\d", "").toUpperCase(Locale.ROOT);
                phones.add(RENAMED.getOrDefault(plain, plain));
            }
        }
        return String.join(" ", phones);
    }

    private static String possessive(String stem) {
        String last = stem.substring(stem.lastIndexOf(' ') + 1);
        return switch (last) {
            case "S", "Z", "SH", "ZH", "CH", "JH" -> " IH Z";
            case "P", "T", "K", "F", "TH" -> " S";
            default -> " Z";
        };
    }

    private static final class Holder {
        static final Lexicon ENGLISH = new Lexicon();
    }
}
