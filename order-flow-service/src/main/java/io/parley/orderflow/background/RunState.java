package io.parley.orderflow.background;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a run stands; told from other threads while it runs. */
public final class RunState {

    private static final Logger log = LoggerFactory.getLogger(RunState.class);

    private volatile boolean cancelled;
    private volatile boolean over;
    private volatile @Nullable String failure;

    public void cancel() {
        cancelled = true;
    }

    /**
     * Notes that the run cannot go on; the log has the cause.
     *
     * @param run names it
     */
    public void fail(String run, RuntimeException cause) {
        log.atError().addKeyValue("run", run).setCause(cause).log("a background run cannot go on");
        fail(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    /** Notes why the run cannot go on. */
    public void fail(String why) {
        failure = why;
    }

    public void end() {
        over = true;
    }

    /** Whether nothing more shall be begun: it was cancelled or has failed. */
    public boolean isStopped() {
        return cancelled || failure != null;
    }

    public boolean isOver() {
        return over;
    }

    public @Nullable String failure() {
        return failure;
    }

    /**
     * {@code running}, {@code completed}, {@code cancelled} or {@code failed}.
     *
     * @param isAllDone whether nothing is left to do
     */
    public String status(boolean isAllDone) {
        if (!over) {
            return "running";
        }
        if (failure != null) {
            return "failed";
        }
        return isAllDone ? "completed" : "cancelled";
    }
}
