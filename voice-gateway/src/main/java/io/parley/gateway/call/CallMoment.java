package io.parley.gateway.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a call.
 *
 * @param what {@code taken}, {@code partial}, {@code final}, {@code turn}, {@code reply}, {@code barge-in},
 *     {@code first-audio}, {@code spoken} (a reply, to its end), {@code backchannel}, {@code no-input}, {@code keys},
 *     {@code typed}, {@code consent} (to be recorded), {@code transfer}, {@code ended}
 * @param text what was said, masked; of keys nothing
 * @param turnId the turn that it belongs to
 * @param numbers milliseconds by what took them, and counts
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CallMoment(
        Instant at,
        String what,
        @Nullable String text,
        @Nullable String turnId,
        Map<String, Long> numbers) {

    public CallMoment {
        numbers = Map.copyOf(numbers);
    }
}
