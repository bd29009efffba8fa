package io.parley.neural.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What an operator asks to be trained; the JSON body of a training job's request.
 *
 * @param path a file below the campaigns or data folder; null for the campaign's own folder
 * @param activate whether the version becomes champion; null for no, except for a campaign's first version
 * @param seed null for the service's own
 * @param campaignVersion a kept version of the campaign to learn in place of what is on sale; null for none
 */
public record TrainingOrder(
        @Nullable String path,
        @Nullable Boolean activate,
        @Nullable Long seed,
        @Nullable Integer campaignVersion) {

    /** The campaign's own folder, activated only if it is the first. */
    public static final TrainingOrder PLAIN = new TrainingOrder(null, null, null, null);
}
