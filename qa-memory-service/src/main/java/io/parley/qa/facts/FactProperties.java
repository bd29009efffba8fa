package io.parley.qa.facts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changed facts are heard of.
 *
 * @param patience how long a training waits for the topic of changed facts to be read before it goes on without
 */
@ConfigurationProperties("parley.facts")
public record FactProperties(@DefaultValue("15s") Duration patience) {

    public FactProperties {
        if (patience.isNegative()) {
            throw new IllegalArgumentException("parley.facts.patience is " + patience + "; it must not be below zero");
        }
    }
}
