package io.parley.contracts.desk;

/**
 * A person writes to the customer.
 *
 * @param agent who has taken the hand-off
 * @param replyId chosen by the client, unique in the conversation; sent again it changes nothing
 * @param text at most 2,000 characters
 */
public record AgentReplyRequest(String agent, String replyId, String text) {}
