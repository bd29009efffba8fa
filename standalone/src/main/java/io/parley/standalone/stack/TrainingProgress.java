package io.parley.standalone.stack;

import io.parley.neural.jobs.JobState;
import io.parley.neural.jobs.TrainingJob;
import io.parley.standalone.client.ModelKind;
import java.util.List;
import java.util.Optional;

/** How far the training of a campaign's models is; a model that need not learn has no part. */
public record TrainingProgress(String campaign, List<Part> parts) {

    /** One model's training. */
    public record Part(ModelKind kind, TrainingJob job) {

        /** Between 0 and 1; early stopping may jump to the end. */
        double fraction() {
            return job.state().isFinal() ? 1 : job.progress().done();
        }
    }

    public TrainingProgress {
        parts = List.copyOf(parts);
    }

    /** Between 0 and 1, over all parts. */
    public double fraction() {
        return parts.stream().mapToDouble(Part::fraction).average().orElse(0);
    }

    /** Seconds until the slowest is done, estimated; 0 while nothing is known. */
    public double secondsLeft() {
        return parts.stream()
                .mapToDouble(part -> part.job().progress().secondsLeft())
                .max()
                .orElse(0);
    }

    /** What is being learnt at the moment, for people. */
    public String activity() {
        return parts.stream()
                .filter(part -> part.job().state() == JobState.RUNNING)
                .map(part -> part.kind().label() + ", " + part.job().progress().phase())
                .findFirst()
                .orElse("waiting");
    }

    boolean idle() {
        return parts.stream().allMatch(part -> part.job().state().isFinal());
    }

    /** What to tell when a training failed. */
    Optional<String> failure() {
        return parts.stream()
                .filter(part -> part.job().state() == JobState.FAILED)
                .map(part -> "Learning the %s of '%s' failed: %s%s"
                        .formatted(
                                part.kind().label(),
                                campaign,
                                String.valueOf(part.job().detail()),
                                part.job().problems().isEmpty()
                                        ? ""
                                        : "\n  "
                                                + String.join("\n  ", part.job().problems()) + "\n"))
                .findFirst();
    }
}
