package io.parley.qa.recall;

import io.parley.qa.memory.Imprints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The imprints of the facts a model was trained on. A fact without one, such as one that came after training, is read as
 * {@code slope · c + shift}, where c is the question's cosine with the mean of its askings: as training's own facts were
 * read, on average, by questions they had not seen.
 *
 * @param facts ids, in the order of the imprints
 */
record LearnedFacts(List<String> facts, Imprints imprints, double slope, double shift) {

    /** What three campaigns came to, for a model that learned nothing. */
    private static final double USUAL_SLOPE = 15;

    LearnedFacts {
        facts = List.copyOf(facts);
    }

    /** Nothing was learned. */
    static LearnedFacts none(int dimensions) {
        return new LearnedFacts(List.of(), Imprints.none(dimensions), USUAL_SLOPE, 0);
    }

    /** The imprint of every known fact, or −1 where it has none. */
    int[] rows(List<KnownFact> known) {
        Map<String, Integer> rows = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            rows.put(facts.get(i), i);
        }
        return known.stream().mapToInt(fact -> rows.getOrDefault(fact.id(), -1)).toArray();
    }

    /** How a fact without an imprint is read. */
    double usual(double allAskings) {
        return slope * allAskings + shift;
    }
}
