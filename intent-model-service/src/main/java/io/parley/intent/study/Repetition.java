package io.parley.intent.study;

import io.parley.campaign.Example;
import io.parley.intent.study.DataCheck.Contradiction;
import io.parley.intent.study.DataCheck.Meaning;
import io.parley.intent.study.DataCheck.Repeated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks for what is said more than once. */
final class Repetition {

    private Repetition() {}

    /** Rows of the same state, text and label. */
    static List<Repeated> duplicates(List<Example> examples) {
        return grouped(
                        examples,
                        example -> List.of(example.state(), example.text().value(), example.next()))
                .stream()
                .filter(same -> same.size() > 1)
                .map(same -> {
                    Example first = same.getFirst();
                    return new Repeated(first.state(), first.text().value(), first.next(), lines(same));
                })
                .toList();
    }

    /** Rows of the same state and words whose labels differ. */
    static List<Contradiction> contradictions(List<Example> examples) {
        List<Contradiction> found = new ArrayList<>();
        for (List<Example> same : grouped(
                examples,
                example -> List.of(example.state(), Wording.of(example.text().value())))) {
            List<List<Example>> meanings = grouped(same, Example::next);
            if (meanings.size() > 1) {
                Example first = same.getFirst();
                found.add(new Contradiction(
                        first.state(),
                        first.text().value(),
                        meanings.stream()
                                .map(rows -> new Meaning(rows.getFirst().next(), lines(rows)))
                                .toList()));
            }
        }
        return found;
    }

    private static <K> List<List<Example>> grouped(List<Example> examples, Function<Example, K> key) {
        Map<K, List<Example>> groups = new LinkedHashMap<>();
        examples.forEach(example -> groups.computeIfAbsent(key.apply(example), it -> new ArrayList<>())
                .add(example));
        return List.copyOf(groups.values());
    }

    private static List<Integer> lines(List<Example> examples) {
        return examples.stream().map(Example::row).toList();
    }
}
