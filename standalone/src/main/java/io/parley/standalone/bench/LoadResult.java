package io.parley.standalone.bench;

/**
 * What a load did.
 *
 * @param load how it was made, for people
 * @param seconds how long it lasted
 * @param turns turns answered
 * @param turnsPerSecond answered
 * @param latencies of a turn, over HTTP at the gateway; in the open loop counted from when it was due
 * @param strays turns that did not lead where the plain words once did: misread, or not decided in time
 * @param strayRate strays among the turns, in [0, 1]
 * @param errors calls that failed
 * @param errorRate failed calls among all, in [0, 1]
 * @param conversations customers who came
 * @param sales conversations that ended in a sale
 * @param saleRate sales among the conversations that came to an end, in [0, 1]
 * @param orders orders kept for these conversations
 * @param lostTurns turns answered but not kept exactly once
 */
record LoadResult(
        String load,
        double seconds,
        long turns,
        double turnsPerSecond,
        Latencies latencies,
        long strays,
        double strayRate,
        long errors,
        double errorRate,
        long conversations,
        long sales,
        double saleRate,
        long orders,
        long lostTurns) {

    /** Whether every turn was answered exactly once and every sale is one order. */
    boolean isSound() {
        return errors == 0 && lostTurns == 0 && orders == sales;
    }
}
