package io.parley.contracts.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer says.
 *
 * @param turnId chosen by the client, unique in the conversation; sent again it gets the same reply
 * @param text at most 2,000 characters; of several readings the likeliest
 * @param alternatives what it may have been instead, likeliest first, where it was spoken; the first reading that answers
 *     what was asked is the one that counts
 * @param heardReply how much of our last reply the customer had heard when they interrupted it; null where it was all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TurnRequest(
        String turnId,
        String text,
        @Nullable List<String> alternatives,
        @Nullable String heardReply) {

    public TurnRequest {
        alternatives = alternatives == null ? null : List.copyOf(alternatives);
    }

    /** Written, after all of our reply was read. */
    public TurnRequest(String turnId, String text) {
        this(turnId, text, null, null);
    }
}
