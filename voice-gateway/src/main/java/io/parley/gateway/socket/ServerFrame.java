package io.parley.gateway.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import org.jspecify.annotations.Nullable;

/** What a client gets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ServerFrame.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = ServerFrame.Problem.class, name = "problem")
})
sealed interface ServerFrame {

    /** The client is who it says; this is what was said so far. */
    record Ready(ConversationView conversation) implements ServerFrame {}

    /** Answers a turn. */
    record Reply(@JsonUnwrapped TurnReply turn) implements ServerFrame {}

    /**
     * Something failed.
     *
     * @param turnId the turn that failed; null if it was something else
     * @param retriable whether the very same frame may succeed later
     */
    record Problem(@Nullable String turnId, int status, String title, String detail, boolean retriable)
            implements ServerFrame {}
}
