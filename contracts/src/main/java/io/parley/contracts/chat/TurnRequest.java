package io.parley.contracts.chat;

/**
 * What the customer says.
 *
 * @param turnId chosen by the client, unique in the conversation; sent again it gets the same reply
 * @param text at most 2,000 characters
 */
public record TurnRequest(String turnId, String text) {}
