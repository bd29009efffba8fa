package io.parley.neural.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every job shows, whatever it ends with. */
public sealed interface ShownJob permits TrainingJob, StudyJob {

    String id();

    String campaign();

    JobState state();

    Progress progress();

    /** What went wrong and what to do; null unless it failed. */
    @Nullable
    String detail();

    /** Every single problem where there are many. */
    List<String> problems();
}
