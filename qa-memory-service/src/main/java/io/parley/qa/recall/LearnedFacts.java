package io.parley.qa.recall;

import io.parley.qa.memory.Imprints;
import io.parley.qa.memory.KernelImprints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The imprints of the facts a model was trained on.
 *
 * @param facts ids, in the order of the imprints
 * @param usual how the imprints would read a fact that has none
 * @param texts that the kernel imprints were learned from, in their order
 * @param kernelUsual how the kernel imprints would read a fact that has none
 */
record LearnedFacts(
        List<String> facts,
        Imprints imprints,
        Line usual,
        List<String> texts,
        KernelImprints kernel,
        Line kernelUsual) {

    /**
     * How a fact is read that has no imprint, such as one that came after training: as training's own facts were, on
     * average, by questions they had not seen.
     *
     * @param slope of the reading over the question's cosine with the mean of the fact's askings
     * @param shift the reading at a cosine of 0
     */
    record Line(double slope, double shift) {

        /** What three campaigns came to, for a model that learned nothing. */
        static final Line USUAL = new Line(15, 0);

        /** What four campaigns came to with kernel imprints. */
        static final Line KERNEL_USUAL = new Line(12, -1);

        double at(double allAskings) {
            return slope * allAskings + shift;
        }
    }

    LearnedFacts {
        facts = List.copyOf(facts);
        texts = List.copyOf(texts);
    }

    /** Nothing was learned. */
    static LearnedFacts none(int dimensions) {
        return new LearnedFacts(
                List.of(), Imprints.none(dimensions), Line.USUAL, List.of(), KernelImprints.none(), Line.KERNEL_USUAL);
    }

    /** The same with other lines for facts that have no imprint. */
    LearnedFacts with(Line better, Line kernelBetter) {
        return new LearnedFacts(facts, imprints, better, texts, kernel, kernelBetter);
    }

    /** The imprint of every known fact, or −1 where it has none. */
    int[] rows(List<KnownFact> known) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            rows.put(facts.get(i), i);
        }
        return known.stream().mapToInt(fact -> rows.getOrDefault(fact.id(), -1)).toArray();
    }
}
