package io.parley.standalone.model;

import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.ShownJob;
import java.io.PrintWriter;

/** Tells how a job ended that did not succeed. */
public final class JobEnding {

    private JobEnding() {}

    /**
     * @param what it was: {@code training}
     */
    public static void tellUnfinished(String what, ShownJob job, PrintWriter out) {
        if (job.state() == JobState.FAILED) {
            out.println("The " + what + " failed: " + job.detail());
            job.problems().forEach(problem -> out.println("  " + problem));
        } else {
            out.println("The " + what + " was cancelled");
        }
        out.flush();
    }

    /**
     * Tells what became of the wish to cancel it.
     *
     * @return the command's exit code
     */
    public static int tellCancelled(String what, ShownJob job, PrintWriter out) {
        switch (job.state()) {
            case QUEUED, RUNNING -> out.println("The " + what + " ends as soon as it notices");
            case CANCELLED -> out.println("The " + what + " is cancelled");
            case SUCCEEDED, FAILED -> out.println("The " + what + " had ended before");
        }
        out.flush();
        return job.state() == JobState.SUCCEEDED || job.state() == JobState.FAILED ? 1 : 0;
    }
}
