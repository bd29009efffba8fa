package io.parley.orderflow.unanswered;

import io.parley.contracts.privacy.MaskedText;
import java.time.Instant;

/**
 * A question that no fact answered, to be recorded.
 *
 * @param turnId the turn it was asked in, chosen by the client, unique in the conversation
 * @param state the state it was asked in
 */
public record AskedInVain(
        String conversationId, String turnId, String campaign, String state, MaskedText text, Instant askedAt) {

    /** Without the words, so that they cannot stray into a log. */
    @Override
    public String toString() {
        return "AskedInVain[conversationId=" + conversationId + ", turnId=" + turnId + "]";
    }
}
