package io.parley.orderflow.slot;

import io.parley.contracts.text.Typos;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of one language by what they do, from {@code slot-words/<language>.properties}. A language without a file
 * is read with the English one.
 */
final class Words {

    private static final String ENGLISH = "en";
    private static final int SHORTEST_STEM = 3;
    private static final int LONG_ENOUGH_FOR_A_SLIP = 4;

    /** From so many letters on an ordinal is known without one of them: "the twenty-sevnth". */
    private static final int LONG_ENOUGH_TO_MISS = 6;

    private static final Map<String, Words> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Properties entries;
    private final Folding folding;
    private final Set<String> familiar;
    private final Slips slips;
    private final List<String> familiarEndings;
    private final List<String> answers;
    private final Slips introductions;
    private final Slips turning;
    private final List<String> turningShort;
    private final Map<String, Phrases> phrases = new ConcurrentHashMap<>();
    private final Map<String, NumberedPhrases> numberedPhrases = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Integer>> numbered = new ConcurrentHashMap<>();

    private Words(Properties entries) {
        this.entries = entries;
        this.folding = new Folding(list("same-spelling"));
        this.familiarEndings = list("familiar-endings");
        this.familiar = entries.stringPropertyNames().stream()
                .flatMap(entry -> list(entry).stream())
                .flatMap(phrase -> split(phrase).stream())
                .collect(Collectors.toUnmodifiableSet());
        this.slips = new Slips(familiar);
        this.answers = Stream.of("yes", "no", "decline")
                .flatMap(entry -> list(entry).stream())
                .flatMap(phrase -> split(phrase).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.introductions = new Slips(Stream.of("name-intros", "name-intros-when-asked")
                .flatMap(entry -> list(entry).stream())
                .flatMap(phrase -> split(phrase).stream())
                .filter(word -> word.length() >= LONG_ENOUGH_FOR_A_SLIP)
                .toList());
        this.turning = new Slips(Stream.concat(
                        list("turning-words").stream().flatMap(word -> split(word).stream()),
                        Stream.of("ones", "tens", "scales", "ordinals", "months", "weekdays")
                                .flatMap(entry -> numbered(entry).keySet().stream())
                                .filter(word -> word.length() >= LONG_ENOUGH_FOR_A_SLIP))
                .toList());
        this.turningShort = Stream.concat(
                        list("turning-words-missing-a-letter").stream(),
                        numbered("ordinals").keySet().stream().filter(word -> word.length() >= LONG_ENOUGH_TO_MISS))
                .toList();
    }

    static Words of(Locale locale) {
        return BY_LANGUAGE.computeIfAbsent(locale.getLanguage(), Words::read);
    }

    private static Words read(String language) {
        InputStream file = Words.class.getResourceAsStream("/slot-words/" + language + ".properties");
        if (file == null) {
            if (language.equals(ENGLISH)) {
                throw new IllegalStateException("slot-words/en.properties is missing from the class path");
            }
            return of(Locale.ENGLISH);
        }
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties entries = new Properties();
            entries.load(reader);
            return new Words(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("slot-words/" + language + ".properties cannot be read", e);
        }
    }

    /**
     * What a customer said, in words of this language. Typing errors are mended in words without which the rest means the
     * opposite, and slips in numbers and days: "the croissant nto", "withot a window", "threee", "the twetny-third", "naah".
     */
    Utterance hear(String said) {
        return Utterance.of(said, folding).replaced(word -> isFamiliar(word) ? word : turned(word));
    }

    private String turned(String word) {
        return turning.meant(word)
                .or(() -> turningShort.stream()
                        .filter(meant -> missesALetter(word, meant))
                        .findFirst())
                .or(() -> drawnOut(word))
                .orElse(word);
    }

    /** "Naah", "yesss". "Yaa" may be a name. */
    private Optional<String> drawnOut(String word) {
        return Stream.of(word.replaceAll("(\\p{L})\\1{2,}", "$1$1"), word.replaceAll("(\\p{L})\\1+", "$1"))
                .filter(meant -> !meant.equals(word)
                        && (meant.length() >= SHORTEST_STEM || meant.length() + 1 < word.length())
                        && (phrases("yes").isPhrase(meant) || phrases("no").isPhrase(meant)))
                .findFirst();
    }

    /** The small number that is meant, if the word is one but for a letter that is missing and no other word. */
    Optional<Integer> numeralMissingALetter(String word) {
        if (isFamiliar(word) || word.length() < SHORTEST_STEM) {
            return Optional.empty();
        }
        List<Integer> meant = numbered("ones").entrySet().stream()
                .filter(numeral -> missesALetter(word, numeral.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    /** Whether the word is the other but for one of its letters. */
    static boolean missesALetter(String word, String meant) {
        return word.length() == meant.length() - 1 && Typos.distance(word, meant, 1) == 1;
    }

    /** The words of a phrase as an utterance of this language has them. */
    List<String> split(String phrase) {
        return Utterance.words(phrase, folding);
    }

    /** One word as an utterance of this language has it. */
    String fold(String word) {
        return folding.fold(word);
    }

    /** The folded word without the ending that makes it one of many or of another case, if enough is left. */
    String stem(String folded) {
        return list("inflections").stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .filter(ending -> folded.endsWith(ending) && folded.length() - ending.length() > SHORTEST_STEM)
                .map(ending -> folded.substring(0, folded.length() - ending.length()))
                .findFirst()
                .orElse(folded);
    }

    /** The phrases of an entry; empty if the language has none. */
    Phrases phrases(String entry) {
        Phrases known = phrases.get(entry);
        return known == null ? phrases.computeIfAbsent(entry, it -> new Phrases(list(it), folding)) : known;
    }

    /** Whether the word is one of an entry's, mistyped or not. */
    boolean isOneOf(String entry, String word) {
        return phrases(entry).contains(word)
                || (!isFamiliar(word) && phrases(entry).containsNearly(word));
    }

    /** Whether the word belongs to the language, as far as this file tells: it is no name and no typo of another word. */
    boolean isFamiliar(String word) {
        return familiar.contains(word)
                || familiarEndings.stream()
                        .anyMatch(ending -> word.endsWith(ending)
                                && word.length() - ending.length() >= SHORTEST_STEM
                                && familiar.contains(word.substring(0, word.length() - ending.length())));
    }

    /** Whether the word is a familiar one but for two letters that changed places or one that is there twice. */
    boolean isSlipOfFamiliar(String word) {
        return word.length() >= LONG_ENOUGH_FOR_A_SLIP && slips.meant(word).isPresent();
    }

    /** Whether the word is a familiar one of some length but for a letter that is missing: "thining". */
    boolean isFamiliarMissingALetter(String word) {
        return word.length() >= LONG_ENOUGH_FOR_A_SLIP
                && familiar.stream().anyMatch(meant -> missesALetter(word, meant));
    }

    /** The utterance with slips mended in the words this file knows: "testting", "docch". */
    Utterance withoutSlips(Utterance utterance) {
        return utterance.replaced(word -> word.length() < LONG_ENOUGH_FOR_A_SLIP || isFamiliar(word)
                ? word
                : slips.meant(word).orElse(word));
    }

    /** The utterance with typos mended in the words people answer with. */
    Utterance corrected(Utterance utterance) {
        return utterance.replaced(word -> word.length() < 4 || isFamiliar(word) ? word : nearestAnswer(word));
    }

    /** The utterance with typing errors mended also in the words that questions begin with: "wht is better". */
    Utterance asked(Utterance utterance) {
        return withLetters("asking-words-missing-a-letter", corrected(withoutSlips(utterance)));
    }

    /** The utterance with missing letters mended in the words that tell who says something: "my wife sas no". */
    Utterance reported(Utterance utterance) {
        return withLetters("telling-words-missing-a-letter", utterance);
    }

    private Utterance withLetters(String entry, Utterance utterance) {
        return utterance.replaced(word -> isFamiliar(word)
                ? word
                : list(entry).stream()
                        .filter(meant -> missesALetter(word, meant))
                        .findFirst()
                        .orElse(word));
    }

    /** The utterance with slips mended in the words that come before a name: "thta would be Jane". */
    Utterance introduced(Utterance utterance) {
        return utterance.replaced(word -> isFamiliar(word)
                ? word
                : meantIntroduction(word).or(() -> shortName(word)).orElse(word));
    }

    /** "My nam is Joy"; by itself it may be somebody's name. */
    private Optional<String> shortName(String word) {
        return list("name-words").stream()
                .map(this::fold)
                .filter(meant -> missesALetter(word, meant))
                .findFirst();
    }

    /** The word that comes before names and was mistyped as this one, if there is one. */
    Optional<String> meantIntroduction(String word) {
        return introductions.meant(word);
    }

    private String nearestAnswer(String word) {
        return answers.stream()
                .filter(answer -> answer.length() >= 4)
                .filter(answer -> {
                    int allowed = Typos.allowed(answer.length());
                    return Typos.distance(word, answer, allowed) <= allowed;
                })
                .findFirst()
                .orElse(word);
    }

    /** An entry as it is written, trimmed. */
    String text(String entry) {
        return entries.getProperty(entry, "").trim();
    }

    List<String> list(String entry) {
        return Arrays.stream(text(entry).split(","))
                .map(String::trim)
                .filter(phrase -> !phrase.isEmpty())
                .toList();
    }

    /** Single words with a number each, as in {@code one:1, two:2}, in the order of the file whenever Java runs. */
    Map<String, Integer> numbered(String entry) {
        return numbered.computeIfAbsent(entry, this::readNumbered);
    }

    /** Phrases with a number each, as in {@code a dozen:12}. */
    NumberedPhrases numberedPhrases(String entry) {
        return numberedPhrases.computeIfAbsent(entry, it -> new NumberedPhrases(numbered(it), folding));
    }

    private Map<String, Integer> readNumbered(String entry) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String pair : list(entry)) {
            int colon = pair.lastIndexOf(':');
            numbers.put(fold(pair.substring(0, colon)), Integer.valueOf(pair.substring(colon + 1)));
        }
        return Collections.unmodifiableMap(numbers);
    }
}
