package io.parley.qa.recall;

import io.parley.neural.kernel.VectorIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        List<String> rest = new ArrayList<>();
        where = new int[texts.size()];
        for (int j = 0; j < where.length; j++) {
            Integer asking = askings.get(texts.get(j));
            if (asking == null) {
                where[j] = -1 - rest.size();
                rest.add(texts.get(j));
            } else {
                where[j] = asking;
            }
        }
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
        for (int j = 0; j < where.length; j++) {
            cosines[j] = where[j] >= 0 ? comparison.askings()[where[j]] : rest[-1 - where[j]];
        }
        return cosines;
    }
}
