package io.parley.qa.memory;

/**
 * What training minimises for one question: the cross-entropy of the choice where a fact fits, that of the gates of every
 * hop (supervised, because unsupervised gates get stuck), of "no fact fits", and of the kind where it is known.
 *
 * @param gates weight of the gates' cross-entropy, summed over the hops
 * @param doubt weight of the cross-entropy of "no fact fits"
 * @param kind weight of the kind's cross-entropy
 */
record Objective(double gates, double doubt, double kind) {

    static final Objective DEFAULT = new Objective(0.2, 0.5, 0.2);
}
