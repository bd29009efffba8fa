package io.parley.gateway.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.contracts.chat.ConversationView;
import io.parley.contracts.chat.TurnReply;
import io.parley.contracts.desk.DeskView;
import io.parley.contracts.desk.HandOffStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client gets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerFrame.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ServerFrame.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = ServerFrame.Said.class, name = "said"),
    @JsonSubTypes.Type(value = ServerFrame.DeskReady.class, name = "desk-ready"),
    @JsonSubTypes.Type(value = ServerFrame.DeskChanged.class, name = "desk"),
    @JsonSubTypes.Type(value = ServerFrame.CustomerSaid.class, name = "conversation"),
    @JsonSubTypes.Type(value = ServerFrame.Problem.class, name = "problem")
})
sealed interface ServerFrame {

    /** The client is who it says; this is what was said so far. */
    record Ready(ConversationView conversation) implements ServerFrame {}

    /** Answers a turn. */
    record Reply(@JsonUnwrapped TurnReply turn) implements ServerFrame {}

    /**
     * Something was said although the customer did not say anything: by a person, by us of one, or of the silence.
     *
     * @param turn a client may get it twice, and knows it by its id
     * @param handOff the person that is waited for or talks now; null where there is none any more
     */
    record Said(
            ConversationView.Turn turn,
            String state,
            List<String> choices,
            @Nullable String outcome,
            @Nullable HandOffStatus handOff)
            implements ServerFrame {}

    /** Whoever is at the desk is who they say; this is how it stands. */
    record DeskReady(DeskView desk) implements ServerFrame {}

    /** The desk has changed. */
    record DeskChanged(DeskView desk) implements ServerFrame {}

    /**
     * Something was said in a conversation of a hand-off, by whomever.
     *
     * @param turn what the customer said is masked
     */
    record CustomerSaid(String handOffId, String conversationId, ConversationView.Turn turn, String state)
            implements ServerFrame {}

    /**
     * Something failed.
     *
     * @param turnId the turn that failed; null if it was something else
     * @param retriable whether the very same frame may succeed later
     */
    record Problem(@Nullable String turnId, int status, String title, String detail, boolean retriable)
            implements ServerFrame {}
}
