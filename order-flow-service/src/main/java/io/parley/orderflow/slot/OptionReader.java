package io.parley.orderflow.slot;

import io.parley.contracts.text.Typos;
import io.parley.orderflow.slot.OptionIndex.Choice;
import io.parley.orderflow.slot.OptionIndex.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the options that an utterance names: exactly as they are written (in whatever inflection) or, where a word means
 * nothing else, with a small typo. Of names that overlap the longest counts.
 */
final class OptionReader {

    private static final int SHORTEST_MISTYPED = 4;

    private final OptionIndex index;
    private final Words words;
    private final List<String> endings;

    OptionReader(OptionIndex index, Words words) {
        this.index = index;
        this.words = words;
        this.endings = words.list("inflections");
    }

    /** @param choices what the name stands for: several if slots share it */
    record Named(int from, int to, List<Choice> choices) {}

    /** Names written as they should be. */
    List<Named> exact(Utterance utterance) {
        List<Named> candidates = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            for (String form : forms(utterance.word(at))) {
                for (Name name : index.startingWith(form)) {
                    int to = at + name.words().size();
                    if (stands(name.words(), utterance, at)
                            && utterance.isFree(at, to)
                            && !isWish(utterance, at)
                            && !isGreeting(utterance, at, to)) {
                        candidates.add(new Named(at, to, name.choices()));
                    }
                }
            }
        }
        return longest(candidates);
    }

    /** Names with typos, among words that are free and mean nothing else. */
    List<Named> mistyped(Utterance utterance) {
        List<Named> candidates = new ArrayList<>();
        for (int at = 0; at < utterance.size(); at++) {
            if (isUnclear(utterance, at)) {
                nearest(utterance, at, candidates);
            }
        }
        return longest(candidates);
    }

    /** Whether the word is one of an option's names but for two letters that changed places, one too many or one too few. */
    boolean isMistyped(String word) {
        return index.names().stream()
                .flatMap(name -> name.words().stream())
                .filter(meant -> meant.length() >= SHORTEST_MISTYPED)
                .anyMatch(meant -> Typos.isSlip(word, meant) || Words.missesALetter(word, meant));
    }

    private boolean isUnclear(Utterance utterance, int at) {
        String word = utterance.word(at);
        return word.length() >= SHORTEST_MISTYPED
                && !utterance.isTaken(at)
                && !utterance.isNumber(at)
                && !words.isFamiliar(word);
    }

    /** Adds the name nearest to the words around this one, unless two names are equally near. */
    private void nearest(Utterance utterance, int unclear, List<Named> candidates) {
        int least = Integer.MAX_VALUE;
        Set<List<Choice>> meant = new HashSet<>();
        Named best = null;
        int matched = 0;
        for (Name name : index.names()) {
            int size = name.words().size();
            for (int from = Math.max(0, unclear - size + 1); from <= unclear; from++) {
                int edits = edits(name.words(), utterance, from);
                if (edits <= 0 || edits > least || !utterance.isFree(from, from + size)) {
                    continue;
                }
                boolean better = edits < least || size > matched;
                if (better) {
                    meant.clear();
                    least = edits;
                    best = new Named(from, from + size, name.choices());
                }
                if (better || size == matched) {
                    matched = size;
                    meant.add(name.choices());
                }
            }
        }
        if (best != null && meant.size() == 1) {
            candidates.add(best);
        }
    }

    /** Edits from the name to the words that begin here, or -1 if they are too far apart. */
    private int edits(List<String> name, Utterance utterance, int from) {
        if (from + name.size() > utterance.size()) {
            return -1;
        }
        int sum = 0;
        for (int i = 0; i < name.size(); i++) {
            String said = utterance.word(from + i);
            String meant = name.get(i);
            if (matches(said, meant)) {
                continue;
            }
            int allowed = words.isFamiliar(said) ? 0 : Typos.allowed(meant.length());
            int edits = Typos.distance(said, meant, allowed);
            if (edits > allowed) {
                return -1;
            }
            sum += edits;
        }
        return sum;
    }

    private static List<Named> longest(List<Named> candidates) {
        candidates.sort(Comparator.<Named>comparingInt(named -> named.from() - named.to())
                .thenComparingInt(Named::from));
        List<Named> chosen = new ArrayList<>();
        for (Named candidate : candidates) {
            if (chosen.stream().noneMatch(other -> candidate.from() < other.to() && other.from() < candidate.to())) {
                chosen.add(candidate);
            }
        }
        chosen.sort(Comparator.comparingInt(Named::from));
        return chosen;
    }

    private boolean stands(List<String> name, Utterance utterance, int at) {
        for (int i = 0; i < name.size(); i++) {
            if (!matches(utterance.word(at + i), name.get(i)) || (i > 0 && utterance.pausedBefore(at + i))) {
                return false;
            }
        }
        return true;
    }

    /** "Good morning" is no delivery in the morning. */
    private boolean isGreeting(Utterance utterance, int from, int to) {
        int start = words.phrases("greetings").startBefore(utterance, to);
        boolean paused = IntStream.range(start + 1, to).anyMatch(utterance::pausedBefore);
        return start < from && !paused && words.phrases("greetings").endAt(utterance, start) == to;
    }

    /** "I want to go" is no "to go". */
    private boolean isWish(Utterance utterance, int at) {
        return words.phrases("infinitive-to").contains(utterance.word(at))
                && words.phrases("before-infinitive").contains(utterance.word(at - 1));
    }

    private boolean matches(String said, String meant) {
        return said.equals(meant)
                || (meant.length() >= 3 && isInflected(said, meant))
                || (said.length() >= 4 && isInflected(meant, said));
    }

    private boolean isInflected(String inflected, String plain) {
        return inflected.length() > plain.length()
                && inflected.startsWith(plain)
                && endings.contains(inflected.substring(plain.length()));
    }

    private List<String> forms(String word) {
        List<String> forms = new ArrayList<>();
        forms.add(word);
        if (word.length() >= 4) {
            endings.forEach(ending -> forms.add(
                    word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : word + ending));
        }
        return forms;
    }
}
