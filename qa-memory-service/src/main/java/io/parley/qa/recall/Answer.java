package io.parley.qa.recall;

import io.parley.campaign.Fact;
import java.util.List;

/**
 * What the memory recalled for one text. The probabilities of all facts and {@code noFact} sum to 1.
 *
 * @param facts every fact, likeliest first
 * @param noFact how probable it is that no fact fits, in [0, 1]
 * @param noFactAt the model's threshold for it
 * @param kind whether the customer asks or hesitates
 * @param kindProbability how probable that kind is, in [0.5, 1]
 */
public record Answer(List<Recalled> facts, double noFact, double noFactAt, Fact.Kind kind, double kindProbability) {

    public Answer {
        facts = List.copyOf(facts);
    }

    /** Whether the honest answer is that no fact fits. */
    public boolean isRefused() {
        return facts.isEmpty() || noFact > noFactAt;
    }
}
