package io.parley.orderflow.archive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long turns can be replayed.
 *
 * @param days so many days after it was taken the record of a turn is deleted
 */
@ConfigurationProperties("parley.archive")
public record ArchiveProperties(@DefaultValue("30") int days) {

    public ArchiveProperties {
        if (days < 1) {
            throw new IllegalArgumentException("parley.archive.days is " + days + "; it must be at least 1");
        }
    }
}
