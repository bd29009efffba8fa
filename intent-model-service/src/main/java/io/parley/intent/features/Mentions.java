package io.parley.intent.features;

import io.parley.intent.features.SlotLexicon.Kind;
import io.parley.intent.features.SlotLexicon.SlotWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names what kind of things a text contains: values of slots that this state asks for or that others do, yes and no, the
 * form of a question, its length, and where the conversation has been. These hold for words that no example has.
 */
final class Mentions {

    private static final Pattern DATE = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}|\\d(?:st|nd|rd|th)\\b");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final SlotLexicon lexicon;
    private final LanguageWords language;
    private final boolean looksBack;
    private final Map<String, List<List<String>>> phrases = new HashMap<>();

    /** @param looksBack whether the states a conversation has been in count */
    Mentions(SlotLexicon lexicon, boolean looksBack) {
        this.lexicon = lexicon;
        this.looksBack = looksBack;
        this.language = LanguageWords.of(lexicon.language());
        lexicon.slots()
                .forEach((slot, words) -> phrases.put(
                        slot,
                        words.phrases().stream()
                                .map(this::phrase)
                                .filter(phrase -> !phrase.isEmpty())
                                .toList()));
    }

    /** Everything there is to say about what this situation's text contains, each once. */
    Set<String> of(Situation situation) {
        String text = situation.text().value().toLowerCase(Locale.ROOT);
        List<String> words = Words.plain(text);
        Set<String> found = new LinkedHashSet<>();
        boolean answered = addSlots(found, situation.state(), text, words);
        addAttitude(found, situation.state(), words);
        addForm(found, text, words, answered);
        if (looksBack) {
            situation.history().forEach(turn -> found.add("been in " + turn.state()));
        }
        return found;
    }

    private boolean addSlots(Set<String> found, String state, String text, List<String> words) {
        List<String> stems = words.stream().map(language::stem).toList();
        List<String> wanted = lexicon.collected().getOrDefault(state, List.of());
        boolean answered = false;
        for (Map.Entry<String, SlotWords> slot : lexicon.slots().entrySet()) {
            if (!isMentioned(slot.getKey(), slot.getValue().kind(), text, words, stems)) {
                continue;
            }
            boolean here = wanted.contains(slot.getKey());
            answered |= here;
            String where = here ? "asked" : "elsewhere";
            found.add("value " + where);
            found.add("value " + where + ": " + label(slot.getValue().kind()));
            found.add("value of " + slot.getKey());
            found.add("state " + state + " × value of " + slot.getKey());
        }
        if (!answered) {
            for (String slot : wanted) {
                SlotWords missing = lexicon.slots().get(slot);
                if (missing != null) {
                    found.add("no value asked: " + label(missing.kind()));
                }
            }
        }
        return answered;
    }

    private void addAttitude(Set<String> found, String state, List<String> words) {
        if (words.stream().anyMatch(language.yes()::contains)) {
            found.add("a yes");
            found.add("state " + state + " × a yes");
        }
        if (words.stream().anyMatch(word -> language.no().contains(word) || word.endsWith("n't"))) {
            found.add("a no");
            found.add("state " + state + " × a no");
        }
    }

    private void addForm(Set<String> found, String text, List<String> words, boolean answered) {
        String also = answered ? " × value asked" : " × no value asked";
        if (!words.isEmpty() && language.asks().contains(words.getFirst())) {
            found.add("begins like a question");
            found.add("begins like a question" + also);
        }
        if (text.indexOf('?') >= 0) {
            found.add("question mark");
            found.add("question mark" + also);
        }
        String length = length(words.size());
        found.add(length);
        found.add(length + also);
    }

    private boolean isMentioned(String slot, Kind kind, String text, List<String> words, List<String> stems) {
        return switch (kind) {
            case CHOICE -> phrases.getOrDefault(slot, List.of()).stream().anyMatch(phrase -> contains(stems, phrase));
            case NUMBER -> hasDigit(text) || any(words, language.numbers());
            case DATE -> DATE.matcher(text).find() || any(words, language.dates());
            case TIME -> hasDigit(text) || any(words, language.times());
            case EMAIL -> words.contains("<email>");
            case PHONE -> words.contains("<phone>");
            case CARD -> words.contains("<card>");
            case OTHER -> false;
        };
    }

    private static boolean any(List<String> words, Set<String> list) {
        return words.stream().anyMatch(list::contains);
    }

    private static boolean hasDigit(String text) {
        return DIGIT.matcher(text).find();
    }

    private static boolean contains(List<String> words, List<String> phrase) {
        for (int at = 0; at + phrase.size() <= words.size(); at++) {
            if (words.subList(at, at + phrase.size()).equals(phrase)) {
                return true;
            }
        }
        return false;
    }

    private List<String> phrase(String text) {
        List<String> words = new ArrayList<>(Words.plain(text.toLowerCase(Locale.ROOT)));
        while (words.size() > 1 && language.articles().contains(words.getFirst())) {
            words.removeFirst();
        }
        return words.stream().map(language::stem).toList();
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String length(int words) {
        if (words <= 1) {
            return "one word";
        }
        if (words <= 3) {
            return "two or three words";
        }
        if (words <= 7) {
            return "four to seven words";
        }
        return words <= 14 ? "eight to fourteen words" : "fifteen words or more";
    }
}
