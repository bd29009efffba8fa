package io.parley.neural.jobs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A training job as it stands at one moment; both model services answer with it.
 *
 * @param id names the job
 * @param campaign the campaign it trains
 * @param submittedAt when it was asked for
 * @param startedAt when it began; null while queued
 * @param endedAt when it ended; null before
 * @param version the version it made; null unless it succeeded
 * @param failure the code of a {@link io.parley.contracts.Fault}; null unless it failed
 * @param detail what went wrong and what to do; null unless it failed
 * @param problems every single problem where there are many, such as the bad rows of a file
 */
public record TrainingJob(
        String id,
        String campaign,
        JobState state,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Progress progress,
        @Nullable String version,
        @Nullable String failure,
        @Nullable String detail,
        List<String> problems) {

    public TrainingJob {
        problems = List.copyOf(problems);
    }

    static TrainingJob queued(String id, String campaign, Instant now) {
        return new TrainingJob(
                id, campaign, JobState.QUEUED, now, null, null, Progress.NONE, null, null, null, List.of());
    }

    TrainingJob running(Instant now) {
        return new TrainingJob(
                id, campaign, JobState.RUNNING, submittedAt, now, null, progress, null, null, null, List.of());
    }

    TrainingJob at(Progress reached) {
        return new TrainingJob(
                id, campaign, state, submittedAt, startedAt, endedAt, reached, version, failure, detail, problems);
    }

    TrainingJob succeeded(Instant now, String made) {
        return new TrainingJob(
                id,
                campaign,
                JobState.SUCCEEDED,
                submittedAt,
                startedAt,
                now,
                progress.ended(),
                made,
                null,
                null,
                List.of());
    }

    TrainingJob failed(Instant now, String code, String what, List<String> single) {
        return new TrainingJob(
                id, campaign, JobState.FAILED, submittedAt, startedAt, now, progress, null, code, what, single);
    }

    TrainingJob cancelled(Instant now) {
        return new TrainingJob(
                id, campaign, JobState.CANCELLED, submittedAt, startedAt, now, progress, null, null, null, List.of());
    }
}
