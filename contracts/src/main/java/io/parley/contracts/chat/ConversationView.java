package io.parley.contracts.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.contracts.desk.HandOffStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation so far.
 *
 * @param locale BCP 47
 * @param outcome {@code sale}, {@code lost} or {@code ended}; null while it goes on
 * @param turns oldest first; the first is our greeting
 * @param handOff the person that is waited for or talks with the customer; null where there is none
 */
public record ConversationView(
        String id,
        String campaign,
        String title,
        String locale,
        String state,
        @Nullable String outcome,
        List<String> choices,
        List<Turn> turns,
        @Nullable HandOffStatus handOff) {

    public ConversationView {
        choices = List.copyOf(choices);
        turns = List.copyOf(turns);
    }

    /** Of a conversation without a person. */
    public ConversationView(
            String id,
            String campaign,
            String title,
            String locale,
            String state,
            @Nullable String outcome,
            List<String> choices,
            List<Turn> turns) {
        this(id, campaign, title, locale, state, outcome, choices, turns, null);
    }

    /**
     * @param turnId {@code greeting} for our first words
     * @param said masked; null where the customer said nothing: our first words, and what came in between
     * @param reply empty where nothing was answered because a person talks with the customer
     * @param by the person who wrote the reply; null where it is ours
     * @param heard how much of the reply the customer heard before they cut it short; null where it was all
     */
    public record Turn(
            String turnId,
            @Nullable String said,
            String reply,
            Instant at,
            @Nullable String by,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String heard) {

        /** Heard to the end. */
        public Turn(String turnId, @Nullable String said, String reply, Instant at, @Nullable String by) {
            this(turnId, said, reply, at, by, null);
        }

        /** Words of ours. */
        public Turn(String turnId, @Nullable String said, String reply, Instant at) {
            this(turnId, said, reply, at, null, null);
        }
    }
}
