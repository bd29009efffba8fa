package io.parley.contracts.desk;

import org.jspecify.annotations.Nullable;

/**
 * Something changed at the desk.
 *
 * @param conversationId in which conversation; null where somebody came on duty or left
 * @param handOffId of which hand-off; null likewise
 * @param turnId what was said, by its turn's id; null where only the queue changed
 */
public record DeskChange(
        @Nullable String conversationId,
        @Nullable String handOffId,
        @Nullable String turnId) {}
