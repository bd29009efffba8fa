package io.parley.contracts.desk;

import org.jspecify.annotations.Nullable;

/**
 * The person in a conversation, as the customer sees it.
 *
 * @param state {@code waiting} for one, or {@code taken} by one
 * @param agent who it is; null while the customer waits
 */
public record HandOffStatus(String state, @Nullable String agent) {

    public static final String WAITING = "waiting";
    public static final String TAKEN = "taken";
}
