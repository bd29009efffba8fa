package io.parley.orderflow.pitch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pitches are chosen and counted.
 *
 * @param sampling whether one of several that fit is drawn by what they are worth; false takes the first of the file
 * @param retention how long it counts that a fact was told
 */
@ConfigurationProperties("parley.pitches")
public record PitchProperties(
        @DefaultValue("true") boolean sampling,
        @DefaultValue("365d") Duration retention) {

    public PitchProperties {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("parley.pitches.retention is " + retention + "; it must be above zero");
        }
    }
}
