package io.parley.intent.features;

import io.parley.intent.features.SlotLexicon.Kind;
import io.parley.intent.features.SlotLexicon.SlotWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names what kind of things a text contains: values of slots that this state asks for or that others do, yes and no, the
 * form of a question, its length, and where the conversation has been. These hold for words that no example has.
 */
final class Mentions {

    private static final Set<String> NUMBERS = words("one two three four five six seven eight nine ten eleven twelve"
            + " thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty hundred"
            + " dozen couple single both half pair");
    private static final Set<String> DATES = words("january february march april may june july august september october"
            + " november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday"
            + " friday saturday sunday mon tue wed thu fri sat sun today tomorrow tonight week weeks weekend month"
            + " months day days christmas easter fortnight year");
    private static final Set<String> TIMES =
            words("noon midnight morning afternoon evening o'clock am pm minutes minute"
                    + " hour hours quarter half past soon now asap");
    private static final Set<String> YES = words("yes yeah yep yup sure ok okay fine absolutely definitely certainly"
            + " please right correct agreed gladly course");
    private static final Set<String> NO =
            words("no nope nah not never dont without skip none nothing nor cannot cant" + " wont");
    private static final Set<String> ASKS = words("who what when where why how which whose is are am do does did can"
            + " could would will shall should may might have has had any");
    private static final Set<String> ARTICLES = words("a an the some with in to for at of");

    private static final Pattern DATE = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}|\\d(?:st|nd|rd|th)\\b");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final SlotLexicon lexicon;
    private final boolean looksBack;
    private final Map<String, List<List<String>>> phrases = new HashMap<>();

    /** @param looksBack whether the states a conversation has been in count */
    Mentions(SlotLexicon lexicon, boolean looksBack) {
        this.lexicon = lexicon;
        this.looksBack = looksBack;
        lexicon.slots()
                .forEach((slot, words) -> phrases.put(
                        slot,
                        words.phrases().stream()
                                .map(Mentions::phrase)
                                .filter(phrase -> !phrase.isEmpty())
                                .toList()));
    }

    /** Everything there is to say about what this situation's text contains, each once. */
    Set<String> of(Situation situation) {
        String text = situation.text().value().toLowerCase(Locale.ROOT);
        List<String> words = Words.plain(text);
        Set<String> found = new LinkedHashSet<>();
        boolean answered = addSlots(found, situation.state(), text, words);
        if (lexicon.english()) {
            addAttitude(found, situation.state(), words);
        }
        addForm(found, text, words, answered);
        if (looksBack) {
            situation.history().forEach(turn -> found.add("been in " + turn.state()));
        }
        return found;
    }

    private boolean addSlots(Set<String> found, String state, String text, List<String> words) {
        List<String> stems = words.stream().map(Mentions::stem).toList();
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

    private static void addAttitude(Set<String> found, String state, List<String> words) {
        if (words.stream().anyMatch(YES::contains)) {
            found.add("a yes");
            found.add("state " + state + " × a yes");
        }
        if (words.stream().anyMatch(word -> NO.contains(word) || word.endsWith("n't"))) {
            found.add("a no");
            found.add("state " + state + " × a no");
        }
    }

    private void addForm(Set<String> found, String text, List<String> words, boolean answered) {
        String also = answered ? " × value asked" : " × no value asked";
        if (lexicon.english() && !words.isEmpty() && ASKS.contains(words.getFirst())) {
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
            case NUMBER -> hasDigit(text) || any(words, NUMBERS);
            case DATE -> DATE.matcher(text).find() || any(words, DATES);
            case TIME -> hasDigit(text) || any(words, TIMES);
            case EMAIL -> words.contains("<email>");
            case PHONE -> words.contains("<phone>");
            case CARD -> words.contains("<card>");
            case OTHER -> false;
        };
    }

    private boolean any(List<String> words, Set<String> list) {
        return lexicon.english() && words.stream().anyMatch(list::contains);
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

    private static List<String> phrase(String text) {
        List<String> words = new ArrayList<>(Words.plain(text.toLowerCase(Locale.ROOT)));
        while (words.size() > 1 && ARTICLES.contains(words.getFirst())) {
            words.removeFirst();
        }
        return words.stream().map(Mentions::stem).toList();
    }

    /** Without the s of a plural, roughly. */
    private static String stem(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
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

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
