package io.parley.contracts.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that just began, with our first words.
 *
 * @param token proves that a later call comes from this customer; told only here
 * @param locale BCP 47
 * @param choices what may be clicked instead of typed
 */
public record OpenedConversation(
        String id,
        String token,
        String campaign,
        String title,
        String locale,
        String reply,
        String state,
        List<String> choices,
        @Nullable String outcome) {

    public OpenedConversation {
        choices = List.copyOf(choices);
    }
}
