package io.parley.orderflow.simulation;

/**
 * What a simulated customer is about to say.
 *
 * @param use what it is for
 * @param meant the words without noise
 * @param heard the words as they arrive
 * @param label the next state that is right for it, as in {@code utterances.csv}; empty where a row would teach nothing
 */
record Saying(Use use, String meant, String heard, String label) {

    /** What a saying is for. */
    enum Use {
        ANSWER,
        CORRECTION,
        ASIDE,
        FAREWELL,
        PERSON,
        SILENCE,
        HOSTILE,
        /** Answers a question of ours that is not the flow's. */
        REPLY
    }
}
