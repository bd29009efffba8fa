package io.parley.gateway.call.stream;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may stream calls to us.
 *
 * @param secret what the provider proves itself with, as a parameter {@code token} of the address or of the start frame; null
 *     while nobody may
 * @param startWithin how long a socket may take to start its stream
 * @param aheadAtMost how much sound may come faster than it can have been spoken
 */
@Validated
@ConfigurationProperties("parley.voice.stream")
public record StreamProperties(
        @Nullable String secret,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration startWithin,
        @DefaultValue("3s") @DurationMin(millis = 100) Duration aheadAtMost) {

    /** Never with the secret. */
    @Override
    public String toString() {
        return "StreamProperties[" + (secret == null ? "closed" : "open") + "]";
    }
}
