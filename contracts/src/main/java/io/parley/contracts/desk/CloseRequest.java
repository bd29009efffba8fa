package io.parley.contracts.desk;

/**
 * A person ends the conversation.
 *
 * @param agent who has taken the hand-off
 * @param outcome {@code ended} or {@code lost}: a sale is made by the flow alone
 */
public record CloseRequest(String agent, String outcome) {}
