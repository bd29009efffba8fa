package io.parley.gateway.call;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller with a screen sees of the call. Never holds a digit that was asked for as a secret. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallNotice.Taken.class, name = "taken"),
    @JsonSubTypes.Type(value = CallNotice.Partial.class, name = "partial"),
    @JsonSubTypes.Type(value = CallNotice.Final.class, name = "final"),
    @JsonSubTypes.Type(value = CallNotice.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = CallNotice.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = CallNotice.Expects.class, name = "expects"),
    @JsonSubTypes.Type(value = CallNotice.Keys.class, name = "keys"),
    @JsonSubTypes.Type(value = CallNotice.Ended.class, name = "ended")
})
public sealed interface CallNotice {

    /**
     * The call is taken.
     *
     * @param call its id
     * @param recognizer the engine that listens
     * @param synthesizer the engine that speaks
     */
    record Taken(String call, String conversation, String recognizer, String synthesizer) implements CallNotice {}

    /** What was understood so far of what the caller is saying. */
    record Partial(String text) implements CallNotice {}

    /**
     * What the caller said or typed on the keypad, masked.
     *
     * @param turnId under which it went to the order flow
     */
    record Final(String turnId, String text) implements CallNotice {}

    /** What we answer. */
    record Reply(
            @Nullable String turnId,
            String text,
            String state,
            List<String> choices,
            @Nullable String outcome) implements CallNotice {
        public Reply {
            choices = List.copyOf(choices);
        }
    }

    /** The caller spoke while we did: what they heard of our reply. */
    record Interrupted(String heard) implements CallNotice {}

    /**
     * What is expected next.
     *
     * @param kind as the order flow names it
     * @param keys whether keys are asked for rather than speech
     */
    record Expects(String kind, boolean keys) implements CallNotice {}

    /** So many keys of an entry were pressed; which ones is nobody's business. */
    record Keys(int pressed) implements CallNotice {}

    /** The call is over. */
    record Ended(String why) implements CallNotice {}
}
