package io.parley.gateway.call.recording;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether and where calls are recorded.
 *
 * @param enabled whether callers are asked for their consent, and recorded if they give it
 * @param folder where recordings lie
 * @param key what seals them: 32 bytes in base64
 * @param keep after which they are deleted
 */
@Validated
@ConfigurationProperties("parley.voice.recording")
record RecordingProperties(
        @DefaultValue("false") boolean enabled,
        @Nullable Path folder,
        @Nullable String key,
        @DefaultValue("30d") @DurationMin(minutes = 1) Duration keep) {

    /** Never with the key. */
    @Override
    public String toString() {
        return "RecordingProperties[enabled=" + enabled + ", folder=" + folder + ", keep=" + keep + "]";
    }
}
