package io.parley.modelservice.serving;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where models are kept and how they are put to use.
 *
 * @param folder of the registry; a service keeps its own below the kind, {@code next-state/}. All instances of a service
 *     share one folder
 * @param lookEvery how often an instance looks whether it answers with what the folder says, besides being told of changes
 * @param challengerQueue how many turns may wait for the challenger; those beyond are not compared
 */
@ConfigurationProperties("parley.models")
public record ModelsProperties(
        @DefaultValue("data/models") Path folder,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("256") int challengerQueue) {

    public ModelsProperties {
        if (!lookEvery.isPositive()) {
            throw new IllegalArgumentException("parley.models.look-every must be more than 0, is " + lookEvery);
        }
        if (challengerQueue < 1) {
            throw new IllegalArgumentException(
                    "parley.models.challenger-queue must be at least 1, is " + challengerQueue);
        }
    }
}
