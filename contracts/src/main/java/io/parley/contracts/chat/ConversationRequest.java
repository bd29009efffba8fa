package io.parley.contracts.chat;

/**
 * Starts a conversation.
 *
 * @param campaign the campaign's id
 * @param channel where the customer is: {@code chat}, {@code terminal}
 */
public record ConversationRequest(String campaign, String channel) {}
