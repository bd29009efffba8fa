package io.parley.standalone.stack;

import io.parley.standalone.client.Polling;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Follows a run at a Parley to its end with a progress bar; one whose command is interrupted is cancelled.
 *
 * @param <V> how a run stands
 * @param what the bar says is done
 * @param isOver whether it has ended
 * @param progress how far it is
 */
public record RunWatch<V>(String what, Predicate<V> isOver, Function<V, Progress> progress) {

    /**
     * How far a run is.
     *
     * @param secondsLeft 0 while nobody knows
     */
    public record Progress(int done, int all, double secondsLeft) {}

    /**
     * The run at its end.
     *
     * @param begun how it stood when it was begun
     * @param view how it stands now
     * @param cancel ends it
     */
    public V untilItEnds(V begun, Supplier<V> view, Runnable cancel) throws InterruptedException {
        ProgressBar bar = ProgressBar.on(System.err);
        Thread interrupted = Thread.ofPlatform().unstarted(cancel);
        Runtime.getRuntime().addShutdownHook(interrupted);
        Polling polling = new Polling();
        V now = begun;
        while (!isOver.test(now)) {
            Progress far = progress.apply(now);
            bar.show(what, far.all() == 0 ? 1 : (double) far.done() / far.all(), far.secondsLeft());
            now = polling.next(now, view);
        }
        bar.done();
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return now;
    }
}
