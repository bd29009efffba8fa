package io.parley.orderflow.turn;

/**
 * A decision with how sure the network was.
 *
 * @param confidence in [0, 1]; 0 where the network was not heard
 * @param ground why it is this one
 */
record Decided(Decision decision, double confidence, Ground ground) {

    /** An answer that the network is less sure of may be a question. */
    private static final double SURE_OF_AN_ANSWER = 0.97;

    /** Whether the network leaves room for words that ask, or for words that do not. */
    boolean mayBeOtherwise() {
        return confidence < SURE_OF_AN_ANSWER;
    }
}
