package io.parley.qa.recall;

import io.parley.contracts.question.SimilarFact;
import io.parley.contracts.question.TextGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups what customers said by what it means, as a campaign's memory sees it, and tells the fact that comes closest. */
public final class TextGrouping {

    /**
     * From this cosine on two questions ask for about the same. Of five askings of each fact of the campaigns that come with
     * Parley, 74 % (space-trip), 70 % (plane-ticket) and 42 % (coffee-order) of the pairs it puts together belong to one
     * fact. A lower bound mixes more; a higher one leaves more questions by themselves.
     */
    private static final double ALIKE = 0.5;

    private TextGrouping() {}

    /**
     * The groups, the largest first.
     *
     * @param texts masked; the same text may come several times and then counts more
     */
    public static List<TextGroup> of(AnswerModel model, List<String> texts) {
        FactMemory memory = model.memory();
        Map<String, List<Integer>> placesOf = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            placesOf.computeIfAbsent(texts.get(i), text -> new ArrayList<>()).add(i);
        }
        List<String> distinct = List.copyOf(placesOf.keySet());
        int[] weights = placesOf.values().stream().mapToInt(List::size).toArray();
        List<Comparison> comparisons = distinct.stream().map(memory::compare).toList();
        float[][] places = comparisons.stream()
                .map(comparison -> FactMemory.rounded(comparison.place()))
                .toArray(float[][]::new);
        return AlikeTexts.group(places, weights, ALIKE).stream()
                .map(group -> new TextGroup(
                        group.stream()
                                .flatMap(text -> placesOf.get(distinct.get(text)).stream())
                                .toList(),
                        similarFact(memory, comparisons.get(group.getFirst()))))
                .toList();
    }

    private static @Nullable SimilarFact similarFact(FactMemory memory, Comparison comparison) {
        return Stream.concat(closestAskings(memory, comparison), answers(memory, comparison))
                .reduce((best, other) -> other.similarity() > best.similarity() ? other : best)
                .orElse(null);
    }

    private static Stream<SimilarFact> closestAskings(FactMemory memory, Comparison comparison) {
        List<SimilarFact> askings = new ArrayList<>();
        for (int fact = 0; fact < memory.facts().size(); fact++) {
            for (int asking = memory.firstAsking(fact); asking < memory.firstAsking(fact + 1); asking++) {
                askings.add(new SimilarFact(
                        memory.facts().get(fact).id(),
                        memory.asking(asking),
                        comparison.askings()[asking]));
            }
        }
        return askings.stream();
    }

    private static Stream<SimilarFact> answers(FactMemory memory, Comparison comparison) {
        List<SimilarFact> answers = new ArrayList<>();
        for (int fact = 0; fact < memory.facts().size(); fact++) {
            KnownFact known = memory.facts().get(fact);
            answers.add(new SimilarFact(known.id(), known.gist(), comparison.answers()[fact]));
        }
        return answers.stream();
    }
}
