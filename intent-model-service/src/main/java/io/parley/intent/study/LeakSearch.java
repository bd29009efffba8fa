package io.parley.intent.study;

import io.parley.campaign.Example;
import io.parley.intent.study.DataCheck.Leak;
import io.parley.intent.study.DataCheck.Leakage;
import io.parley.neural.jobs.TrainingThreads;
import io.parley.neural.kernel.VectorIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for held-out rows that were learnt, in the same words or in nearly the same. */
final class LeakSearch {

    private final List<Example> learnt;
    private final SentenceVectors texts;
    private final VectorIndex index;
    private final Map<String, List<Example>> byWording = new HashMap<>();

    /**
     * @param texts with the texts of both sides
     */
    LeakSearch(List<Example> learnt, SentenceVectors texts) {
        this.learnt = learnt;
        this.texts = texts;
        this.index = new VectorIndex(
                learnt.stream().map(row -> texts.vector(number(row))).toArray(float[][]::new), SentenceVectors.DIM);
        learnt.forEach(row -> byWording
                .computeIfAbsent(Wording.of(row.text().value()), wording -> new ArrayList<>())
                .add(row));
    }

    Leakage in(List<Example> heldOut) {
        List<Leak> same = heldOut.stream()
                .filter(row -> byWording.containsKey(wording(row)))
                .map(row -> leak(row, preferred(row, byWording.getOrDefault(wording(row), List.of()))))
                .toList();
        List<Example> others = heldOut.stream()
                .filter(row -> !byWording.containsKey(wording(row)))
                .toList();
        List<Leak> close = TrainingThreads.map(others, this::closest).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Leak::similarity).reversed())
                .toList();
        return new Leakage(heldOut.size(), Listing.of(same), SentenceVectors.NEARLY_IDENTICAL, Listing.of(close));
    }

    /** The closest row to learn from, if it is close. */
    private Optional<Leak> closest(Example heldOut) {
        float[] products = index.products(texts.vector(number(heldOut)));
        return IntStream.range(0, products.length)
                .filter(i -> products[i] >= SentenceVectors.NEARLY_IDENTICAL)
                .boxed()
                .max(Comparator.comparingDouble((Integer i) -> products[i])
                        .thenComparing(i -> learnt.get(i).state().equals(heldOut.state()))
                        .thenComparing(Comparator.reverseOrder()))
                .map(i -> leak(heldOut, learnt.get(i)));
    }

    private static Example preferred(Example heldOut, List<Example> same) {
        return same.stream()
                .filter(row -> row.state().equals(heldOut.state()))
                .findFirst()
                .orElseGet(same::getFirst);
    }

    private Leak leak(Example heldOut, Example row) {
        return new Leak(
                heldOut.row(),
                heldOut.state(),
                heldOut.text().value(),
                row.row(),
                row.state(),
                row.text().value(),
                texts.similarity(number(heldOut), number(row)));
    }

    private int number(Example row) {
        return texts.number(row.text().value());
    }

    private static String wording(Example row) {
        return Wording.of(row.text().value());
    }
}
