package io.parley.contracts.chat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation so far.
 *
 * @param locale BCP 47
 * @param outcome {@code sale}, {@code lost} or {@code ended}; null while it goes on
 * @param turns oldest first; the first is our greeting
 */
public record ConversationView(
        String id,
        String campaign,
        String title,
        String locale,
        String state,
        @Nullable String outcome,
        List<String> choices,
        List<Turn> turns) {

    public ConversationView {
        choices = List.copyOf(choices);
        turns = List.copyOf(turns);
    }

    /**
     * @param turnId {@code greeting} for our first words
     * @param said masked; null for our first words
     */
    public record Turn(String turnId, @Nullable String said, String reply, Instant at) {}
}
