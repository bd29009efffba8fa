package io.parley.contracts.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a call. Carries no words of either side; what was said is in the conversation, by the turn's id.
 *
 * @param eventId unique; a consumer that sees it twice drops the second
 * @param callId the call
 * @param conversationId the conversation it is part of; null before it has begun
 * @param campaign what is sold in it; null before it has begun
 * @param leg the way the caller came: {@code browser}, {@code stream}, {@code sip}
 * @param what {@code taken}, {@code final} (the caller was understood), {@code turn}, {@code reply}, {@code first-audio},
 *     {@code spoken}, {@code barge-in}, {@code backchannel}, {@code no-input}, {@code keys}, {@code typed}, {@code consent},
 *     {@code transfer}, {@code ended}
 * @param turnId the turn it belongs to, or null
 * @param numbers milliseconds by what took them, and counts; {@code characters} of what was said
 */
public record CallEvent(
        String eventId,
        String callId,
        @Nullable String conversationId,
        @Nullable String campaign,
        String leg,
        Instant at,
        String what,
        @Nullable String turnId,
        Map<String, Long> numbers) {

    public CallEvent {
        numbers = Map.copyOf(numbers);
    }
}
