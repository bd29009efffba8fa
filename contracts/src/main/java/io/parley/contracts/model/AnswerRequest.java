package io.parley.contracts.model;

import io.parley.contracts.privacy.MaskedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks which prepared statement answers a question or a hesitation. The key of its record is the conversation id.
 *
 * @param requestId names the request; its reply carries the same
 * @param conversationId the conversation it belongs to
 * @param campaign the campaign's id
 * @param state the state the customer is in
 * @param kind {@code question} or {@code hesitation}, as the next-state policy saw it
 * @param text what the customer said
 * @param told ids of facts already told in this conversation, oldest first
 * @param deadline after this instant nobody waits for the reply any more
 * @param version the version that shall answer; null for the champion
 */
public record AnswerRequest(
        String requestId,
        String conversationId,
        String campaign,
        String state,
        String kind,
        MaskedText text,
        List<String> told,
        Instant deadline,
        @Nullable String version)
        implements ModelRequest {

    public AnswerRequest {
        told = List.copyOf(told);
    }
}
