package io.parley.contracts.question;

import java.time.Instant;

/**
 * A question that no fact answered. Only operators see it.
 *
 * @param id names it when it is dismissed
 * @param state the state it was asked in
 * @param text the customer's words, masked
 */
public record UnansweredQuestion(long id, String conversationId, String state, String text, Instant askedAt) {

    /** Without the words, so that they cannot stray into a log. */
    @Override
    public String toString() {
        return "UnansweredQuestion[id=" + id + "]";
    }
}
