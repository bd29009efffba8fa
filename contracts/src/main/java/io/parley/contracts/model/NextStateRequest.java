package io.parley.contracts.model;

import io.parley.contracts.privacy.MaskedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks where the conversation goes next. The key of its record is the conversation id.
 *
 * @param requestId names the request; its reply carries the same
 * @param conversationId the conversation it belongs to
 * @param campaign the campaign's id
 * @param state the current state
 * @param allowed the allowed next states: successors, the state itself and the reserved ones; empty means no mask
 * @param text what the customer said
 * @param history the latest earlier turns, oldest first; empty at the start
 * @param deadline after this instant nobody waits for the reply any more
 * @param version the version that shall answer; null for the champion
 */
public record NextStateRequest(
        String requestId,
        String conversationId,
        String campaign,
        String state,
        List<String> allowed,
        MaskedText text,
        List<PastTurn> history,
        Instant deadline,
        @Nullable String version)
        implements ModelRequest {

    public NextStateRequest {
        allowed = List.copyOf(allowed);
        history = List.copyOf(history);
    }
}
