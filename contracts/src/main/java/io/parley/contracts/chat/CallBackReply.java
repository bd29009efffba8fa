package io.parley.contracts.chat;

/** What the customer is told about the call. */
public record CallBackReply(String reply) {}
