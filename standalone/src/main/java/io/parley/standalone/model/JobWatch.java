package io.parley.standalone.model;

import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.Progress;
import io.parley.neural.jobs.ShownJob;
import io.parley.standalone.client.GatewayProblem;
import io.parley.standalone.client.Polling;
import io.parley.standalone.stack.ProgressBar;
import java.util.function.UnaryOperator;

/** Waits at the terminal for a job of a running Parley, and shows how far it is. */
public final class JobWatch {

    private final ProgressBar bar = ProgressBar.on(System.err);
    private final String what;
    private final String cancel;

    /**
     * @param what is being waited for: {@code training}
     * @param cancel the command that cancels it
     */
    public JobWatch(String what, String cancel) {
        this.what = what;
        this.cancel = cancel;
    }

    /**
     * Waits. Whoever interrupts the command is told that the job goes on.
     *
     * @param submitted the job as it was when it was asked for
     * @param now how it stands now
     * @throws GatewayProblem if Parley no longer answers
     */
    public <J extends ShownJob> J untilItEnds(J submitted, UnaryOperator<J> now) throws InterruptedException {
        Thread farewell = Thread.ofPlatform().unstarted(this::sayThatItGoesOn);
        Runtime.getRuntime().addShutdownHook(farewell);
        J job = submitted;
        Polling polling = new Polling();
        try {
            while (!job.state().isFinal()) {
                bar.show(activity(job), job.progress().done(), job.progress().secondsLeft());
                J shown = job;
                job = polling.next(shown, () -> now.apply(shown));
            }
            return job;
        } finally {
            bar.done();
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }

    private void sayThatItGoesOn() {
        bar.done();
        System.err.println("The " + what + " goes on. To cancel it: " + cancel);
    }

    /** What a job does at the moment, with what is known of its last epoch. */
    static String activity(ShownJob job) {
        Progress progress = job.progress();
        if (job.state() == JobState.QUEUED) {
            return "waiting for its turn";
        }
        if (!progress.phase().equals("training") || progress.epochs() == 0) {
            return progress.phase();
        }
        String right =
                progress.heldOutAccuracy() == 0 ? "" : ", %.0f %% right".formatted(100 * progress.heldOutAccuracy());
        return "epoch %d/%d, loss %.2f%s".formatted(progress.epoch(), progress.epochs(), progress.loss(), right);
    }
}
