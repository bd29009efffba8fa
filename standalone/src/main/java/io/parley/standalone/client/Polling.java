package io.parley.standalone.client;

import java.time.Duration;
import java.util.function.Supplier;

/** Asks a Parley again and again how something stands. One that is busy may now and then be too busy to answer. */
public final class Polling {

    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int FAILURES_IN_A_ROW = 10;

    private int failures;

    /**
     * How it stands after a while.
     *
     * @param before how it stood, which counts on as long as Parley is too busy
     * @throws GatewayProblem if it does not answer for long, or not because it is busy
     */
    public <T> T next(T before, Supplier<T> now) throws InterruptedException {
        Thread.sleep(EVERY);
        try {
            T after = now.get();
            failures = 0;
            return after;
        } catch (GatewayProblem e) {
            failures++;
            if (!e.retriable() || failures > FAILURES_IN_A_ROW) {
                throw e;
            }
            return before;
        }
    }
}
