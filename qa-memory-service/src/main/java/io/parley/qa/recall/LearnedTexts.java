package io.parley.qa.recall;

import io.parley.neural.kernel.VectorIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The texts imprints were learned from, found again in a memory. Most are askings of its facts, with which a question is
 * compared anyway; only the others are kept here. Immutable.
 */
final class LearnedTexts {

    private final boolean comparable;
    /** Of every text the number of its asking, or −1 − the number among the others. */
    private final int[] where;

    private final VectorIndex others;

    LearnedTexts(List<String> texts, FactPlaces places) {
        comparable = places.comparesAll();
        Map<String, Integer> askings = new HashMap<>();
        for (int asking = 0; asking < places.askingTexts().size(); asking++) {
            askings.put(places.askingTexts().get(asking), asking);
        }
        List<String> rest =
                texts.stream().filter(text -> !askings.containsKey(text)).toList();
        int[] next = {0};
        where = texts.stream()
                .mapToInt(text -> askings.containsKey(text) ? askings.get(text) : -1 - next[0]++)
                .toArray();
        others = places.index(comparable ? rest : List.of());
    }

    /** Whether questions are compared with every asking of the memory, which those that imprints read must be. */
    boolean canBeCompared() {
        return comparable;
    }

    /** The cosine of a text with each of these, in their order. */
    float[] cosines(Comparison comparison) {
        float[] rest = others.products(FactPlaces.rounded(comparison.place()));
        float[] cosines = new float[where.length];
        IntStream.range(0, where.length)
                .forEach(j -> cosines[j] = where[j] >= 0 ? comparison.askings()[where[j]] : rest[-1 - where[j]]);
        return cosines;
    }
}
