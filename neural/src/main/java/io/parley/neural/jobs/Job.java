package io.parley.neural.jobs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job of any sort as it stands at one moment.
 *
 * @param <R> what it ends with
 * @param id names the job
 * @param campaign the campaign it is about
 * @param submittedAt when it was asked for
 * @param startedAt when it began; null while queued
 * @param endedAt when it ended; null before
 * @param result what it ended with; null unless it succeeded
 * @param failure the code of a {@link io.parley.contracts.Fault}; null unless it failed
 * @param detail what went wrong and what to do; null unless it failed
 * @param problems every single problem where there are many
 */
record Job<R>(
        String id,
        String campaign,
        JobState state,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Progress progress,
        @Nullable R result,
        @Nullable String failure,
        @Nullable String detail,
        List<String> problems) {

    Job {
        problems = List.copyOf(problems);
    }

    static <R> Job<R> queued(String id, String campaign, Instant now) {
        return new Job<>(id, campaign, JobState.QUEUED, now, null, null, Progress.NONE, null, null, null, List.of());
    }

    Job<R> running(Instant now) {
        return new Job<>(id, campaign, JobState.RUNNING, submittedAt, now, null, progress, null, null, null, List.of());
    }

    Job<R> at(Progress reached) {
        return new Job<>(
                id, campaign, state, submittedAt, startedAt, endedAt, reached, result, failure, detail, problems);
    }

    Job<R> succeeded(Instant now, R made) {
        return new Job<>(
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

    Job<R> failed(Instant now, String code, String what, List<String> single) {
        return new Job<>(
                id, campaign, JobState.FAILED, submittedAt, startedAt, now, progress, null, code, what, single);
    }

    Job<R> cancelled(Instant now) {
        return new Job<>(
                id, campaign, JobState.CANCELLED, submittedAt, startedAt, now, progress, null, null, null, List.of());
    }
}
