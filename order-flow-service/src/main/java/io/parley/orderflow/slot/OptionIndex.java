package io.parley.orderflow.slot;

import io.parley.campaign.Option;
import io.parley.campaign.Slot;
import io.parley.campaign.SlotType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All ways to name the options of a campaign's choices. */
final class OptionIndex {

    /** @param option its id */
    record Choice(String slot, String option) {}

    /** @param words folded, without a leading article */
    record Name(List<String> words, List<Choice> choices) {

        String joined() {
            return String.join("", words);
        }
    }

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final List<Name> names = new ArrayList<>();
    private final int longest;

    OptionIndex(Collection<Slot> slots, Words words) {
        Map<List<String>, List<Choice>> choices = new LinkedHashMap<>();
        for (Slot slot : slots) {
            if (slot.type() == SlotType.CHOICE) {
                slot.options().values().forEach(option -> add(slot, option, words, choices));
            }
        }
        choices.forEach((phrase, meant) -> {
            Name name = new Name(phrase, List.copyOf(meant));
            names.add(name);
            byFirstWord
                    .computeIfAbsent(phrase.getFirst(), word -> new ArrayList<>())
                    .add(name);
            if (phrase.size() > 1) {
                byFirstWord
                        .computeIfAbsent(name.joined(), word -> new ArrayList<>())
                        .add(new Name(List.of(name.joined()), name.choices()));
            }
        });
        longest = names.stream().mapToInt(name -> name.words().size()).max().orElse(0);
    }

    private static void add(Slot slot, Option option, Words words, Map<List<String>, List<Choice>> choices) {
        Choice choice = new Choice(slot.name(), option.id());
        List<String> phrases = new ArrayList<>(option.synonyms());
        phrases.add(option.id().replace('_', ' '));
        phrases.add(option.say());
        for (String phrase : phrases) {
            List<String> name = withoutArticle(words.split(phrase), words);
            if (!name.isEmpty()) {
                List<Choice> meant = choices.computeIfAbsent(name, it -> new ArrayList<>());
                if (!meant.contains(choice)) {
                    meant.add(choice);
                }
            }
        }
    }

    private static List<String> withoutArticle(List<String> phrase, Words words) {
        return phrase.size() > 1 && words.phrases("article").contains(phrase.getFirst())
                ? phrase.subList(1, phrase.size())
                : phrase;
    }

    /** Names whose first word is this one. */
    List<Name> startingWith(String word) {
        return byFirstWord.getOrDefault(word, List.of());
    }

    List<Name> names() {
        return names;
    }

    /** Words of the longest name. */
    int longest() {
        return longest;
    }
}
