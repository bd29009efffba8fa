package io.parley.neural.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A study as it stands at one moment: long work that makes no version but finds something out.
 *
 * @param id names the job
 * @param campaign the campaign it is about
 * @param kind what is studied: {@code cross-validation}
 * @param submittedAt when it was asked for
 * @param startedAt when it began; null while queued
 * @param endedAt when it ended; null before
 * @param result what was found out, in a shape that goes with the kind; null unless it succeeded, and left out of lists
 * @param failure the code of a {@link io.parley.contracts.Fault}; null unless it failed
 * @param detail what went wrong and what to do; null unless it failed
 * @param problems every single problem where there are many, such as the bad rows of a file
 */
public record StudyJob(
        String id,
        String campaign,
        String kind,
        JobState state,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Progress progress,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object result,
        @Nullable String failure,
        @Nullable String detail,
        List<String> problems)
        implements ShownJob {

    public StudyJob {
        problems = List.copyOf(problems);
    }

    static StudyJob of(String kind, Job<Object> job) {
        return new StudyJob(
                job.id(),
                job.campaign(),
                kind,
                job.state(),
                job.submittedAt(),
                job.startedAt(),
                job.endedAt(),
                job.progress(),
                job.result(),
                job.failure(),
                job.detail(),
                job.problems());
    }

    /** The same without what was found out, for lists. */
    public StudyJob withoutResult() {
        return new StudyJob(
                id, campaign, kind, state, submittedAt, startedAt, endedAt, progress, null, failure, detail, problems);
    }
}
