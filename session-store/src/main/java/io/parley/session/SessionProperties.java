package io.parley.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long conversations are kept.
 *
 * @param timeToLive after this long without a turn a conversation is forgotten
 */
@ConfigurationProperties("parley.sessions")
public record SessionProperties(@DefaultValue("7d") Duration timeToLive) {

    public SessionProperties {
        if (timeToLive.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "parley.sessions.time-to-live is " + timeToLive + "; it must be at least one minute");
        }
    }
}
