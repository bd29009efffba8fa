package io.parley.qa.recall;

import io.parley.contracts.question.SimilarFact;
import io.parley.contracts.question.TextGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        List<List<Integer>> said = List.copyOf(placesOf.values());
        int[] weights = said.stream().mapToInt(List::size).toArray();
        List<Comparison> comparisons = distinct.stream().map(memory::compare).toList();
        float[][] places = comparisons.stream()
                .map(comparison -> FactPlaces.rounded(comparison.place()))
                .toArray(float[][]::new);
        return AlikeTexts.group(places, weights, ALIKE).stream()
                .map(group -> new TextGroup(
                        group.stream().flatMap(text -> said.get(text).stream()).toList(),
                        similarFact(memory, comparisons.get(group.getFirst()))))
                .toList();
    }

    /** The fact whose closest asking, or whose answer, is most alike; null without facts. */
    private static @Nullable SimilarFact similarFact(FactMemory memory, Comparison comparison) {
        return IntStream.range(0, comparison.facts().length)
                .boxed()
                .flatMap(at -> Stream.concat(closestAsking(memory, comparison, at), answer(memory, comparison, at)))
                .reduce((best, other) -> other.similarity() > best.similarity() ? other : best)
                .orElse(null);
    }

    private static Stream<SimilarFact> closestAsking(FactMemory memory, Comparison comparison, int at) {
        float closest = Float.NEGATIVE_INFINITY;
        for (int asking = comparison.firstAsking()[at]; asking < comparison.firstAsking()[at + 1]; asking++) {
            closest = Math.max(closest, comparison.askings()[asking]);
        }
        float similarity = closest;
        return memory.closestAsking(comparison, at).stream()
                .map(asking -> new SimilarFact(
                        memory.facts().get(comparison.facts()[at]).id(), asking, similarity));
    }

    private static Stream<SimilarFact> answer(FactMemory memory, Comparison comparison, int at) {
        KnownFact known = memory.facts().get(comparison.facts()[at]);
        return Stream.of(new SimilarFact(known.id(), known.gist(), comparison.answers()[at]));
    }
}
