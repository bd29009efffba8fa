package io.parley.intent.features;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the features of the wide part. Immutable. */
final class Vocabulary {

    private final List<String> names;
    private final Map<String, Integer> numbers;

    Vocabulary(List<String> names) {
        this.names = List.copyOf(names);
        this.numbers = HashMap.newHashMap(names.size());
        for (int i = 0; i < this.names.size(); i++) {
            numbers.put(this.names.get(i), i);
        }
    }

    /**
     * The most frequent of the features counted, frequent ones first, equally frequent ones by name.
     *
     * @param counts in how many rows each occurs
     * @param atLeast rarer ones are left out
     * @param most how many at most
     */
    static List<String> frequent(Map<String, Integer> counts, int atLeast, int most) {
        Comparator<Map.Entry<String, Integer>> byCount = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= atLeast)
                .sorted(byCount.thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }

    String name(int number) {
        return names.get(number);
    }

    /** The number of a feature, or -1. */
    int number(String name) {
        return numbers.getOrDefault(name, -1);
    }

    /** The numbers of those that are known, each once, in order. */
    int[] numbersOf(Collection<String> wanted) {
        return wanted.stream()
                .mapToInt(this::number)
                .filter(n -> n >= 0)
                .distinct()
                .sorted()
                .toArray();
    }
}
