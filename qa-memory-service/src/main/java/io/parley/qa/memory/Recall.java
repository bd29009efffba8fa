package io.parley.qa.memory;

import java.util.List;

/**
 * What the network made of one question.
 *
 * @param hops every look at the facts, in order
 * @param logits {@code [n]}, of the choice among the facts
 * @param probabilities {@code [n]}, their softmax: which fact, given that one fits
 * @param doubt the head for "no fact fits"
 * @param hesitation the logit of "hesitates"
 */
@SuppressWarnings("ArrayRecordComponent") // a matrix; never compared
record Recall(
        List<EpisodicMemory.Hop> hops,
        double[] logits,
        double[] probabilities,
        DoubtHead.Reading doubt,
        double hesitation) {

    /** m, {@code [d]}, after the last hop. */
    double[] memory() {
        return hops.getLast().next();
    }
}
