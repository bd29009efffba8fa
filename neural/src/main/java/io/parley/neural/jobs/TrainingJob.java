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
        List<String> problems)
        implements ShownJob {

    public TrainingJob {
        problems = List.copyOf(problems);
    }

    static TrainingJob of(Job<String> job) {
        return new TrainingJob(
                job.id(),
                job.campaign(),
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
}
